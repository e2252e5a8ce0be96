-- Does in Neovim what a person would, and writes what there is to see into the file that RESULTS names.

local results = { version = tostring(vim.version().major .. '.' .. vim.version().minor .. '.' .. vim.version().patch) }
local resume

local function wait(what, condition)
  local deadline = vim.loop.hrtime() + 20e9
  while true do
    local met = condition()
    if met then return met end
    if vim.loop.hrtime() > deadline then error('waited in vain for ' .. what) end
    vim.defer_fn(resume, 20)
    coroutine.yield()
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
end

local function findings()
  return vim.tbl_map(function(found)
    local marked = vim.api.nvim_buf_get_text(0, found.lnum, found.col, found.end_lnum, found.end_col, {})
    return { rule = found.code, message = found.message, marked = table.concat(marked, '\n') }
  end, vim.diagnostic.get(0))
end

local function go(part)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search('\\V' .. part) > 0, part)
end

local function hover()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
    end
  end
end

--- Opens the menu of actions and chooses one of them.
local function act(title)
  local before = text()
  local offered
  vim.ui.select = function(items, options, choose)
    offered = vim.tbl_map(options.format_item, items)
    for i, name in ipairs(offered) do
      if name == title then return choose(items[i], i) end
    end
  end
  vim.lsp.buf.code_action()
  wait(title, function() return text() ~= before end)
  return offered
end

local function keys(typed)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(typed, true, false, true), 't', false)
end

local function completions()
  local items = vim.fn.complete_info({ 'items' }).items
  if items and #items > 0 then
    return vim.tbl_map(function(item)
      -- From 0.12 on, the version follows the base here too.
      return item.abbr:match('%S+') .. ': ' .. item.menu
    end, items)
  end
end

local run = coroutine.create(function()
  wait('findings', function() return #vim.diagnostic.get(0) > 0 end)
  results.findings = findings()

  go('202606.12')
  vim.lsp.buf.hover()
  results.hover = wait('a hover', hover)

  go('202605.30.2')
  results.offered = act('Change version to "202604.01.2"')
  results.fixed = text()
  wait('fewer findings', function() return #vim.diagnostic.get(0) < #results.findings end)
  results.left = findings()

  go('202605.30.01')
  act('Normalize entries: apply all safe fixes')
  results.normal = text()
  wait('one finding', function() return #vim.diagnostic.get(0) == 1 end)

  vim.o.completeopt = 'menuone,noselect'
  go('202606.12.1')
  keys('A,<CR>"2026<C-x><C-o>')
  results.completion = wait('completion', completions)
  keys('<C-n><C-y><Esc>')
  wait('the end of it', function() return vim.fn.mode() == 'n' end)
  results.completed = text()
end)

resume = function()
  local ok, failure = coroutine.resume(run)
  if ok and coroutine.status(run) ~= 'dead' then return end
  if not ok then results.failure = tostring(failure) end
  vim.fn.writefile({ vim.json.encode(results) }, os.getenv('RESULTS'))
  vim.cmd('qall!')
end
vim.defer_fn(resume, 0)
