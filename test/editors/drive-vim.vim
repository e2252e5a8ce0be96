" Does in Vim what a person would, and writes what there is to see into the file that $RESULTS names.

let s:results = {'version': v:version / 100 . '.' . v:version % 100}

function! s:Wait(what, Met) abort
  let l:start = reltime()
  while 1
    let l:met = a:Met()
    if !empty(l:met)
      return l:met
    endif
    if reltimefloat(reltime(l:start)) > 20
      throw 'waited in vain for ' . a:what
    endif
    sleep 20m
  endwhile
endfunction

function! s:Text() abort
  return join(getline(1, '$'), "\n") . "\n"
endfunction

function! s:Go(part) abort
  call cursor(1, 1)
  if !search('\V' . a:part)
    throw a:part
  endif
endfunction

function! s:Found() abort
  return ale#engine#GetLoclist(bufnr(''))
endfunction

function! s:Findings() abort
  return map(copy(s:Found()), {_, found -> {
  \   'rule': found.code,
  \   'message': found.text,
  \   'marked': strpart(getline(found.lnum), found.col - 1, found.end_col - found.col + 1),
  \ }})
endfunction

function! s:Hover() abort
  for l:window in range(1, winnr('$'))
    if getwinvar(l:window, '&previewwindow')
      return join(getbufline(winbufnr(l:window), 1, '$'), "\n")
    endif
  endfor
  return ''
endfunction

" Opens the menu of actions and chooses one of them.
function! s:Act(title) abort
  let l:before = s:Text()
  call ale#codefix#Execute(0, function('s:Choose', [a:title]))
  call s:Wait(a:title, {-> s:Text() !=# l:before})
  ALELint
endfunction

function! s:Choose(title, data, items) abort
  let s:offered = map(copy(a:items), {_, item -> item[1].title})
  for l:item in a:items
    if l:item[1].title ==# a:title
      call ale#codefix#ApplyLSPCodeAction(a:data, l:item[1])
    endif
  endfor
endfunction

" Called while somebody inserts.
function! Complete() abort
  let s:offers = []
  call ale#completion#GetCompletions('ale-callback', {'callback': {items -> extend(s:offers, items)}})
  call s:Wait('completion', {-> s:offers})
  let s:results.completion = map(copy(s:offers), {_, item -> matchstr(item.word, '^[0-9.]*') . ': ' . item.menu})
  call complete(col('.'), s:offers)
endfunction

function! s:Drive() abort
  call s:Wait('findings', function('s:Found'))
  let s:results.findings = s:Findings()

  call s:Go('202606.12')
  let g:ale_hover_to_preview = 1
  ALEHover
  let s:results.hover = s:Wait('a hover', function('s:Hover'))

  call s:Go('202605.30.2')
  call s:Act('Change version to "202604.01.2"')
  let s:results.offered = s:offered
  let s:results.fixed = s:Text()
  let l:all = len(s:results.findings)
  call s:Wait('fewer findings', {-> len(s:Found()) < l:all})
  let s:results.left = s:Findings()

  call s:Go('202605.30.01')
  call s:Act('Normalize entries: apply all safe fixes')
  let s:results.normal = s:Text()
  call s:Wait('one finding', {-> len(s:Found()) == 1})

  call s:Go('202606.12.1')
  set completeopt=menuone,noselect autoindent
  " No <C-y>: without a display there is no menu to close, and it would copy the character above.
  call feedkeys("A,\<CR>\"\<Cmd>call Complete()\<CR>\<C-n>\<Esc>", 'tx')
  let s:results.completed = s:Text()
endfunction

try
  call s:Drive()
catch
  let s:results.failure = v:exception . ', ' . v:throwpoint
endtry
call writefile([json_encode(s:results)], $RESULTS)
qall!
