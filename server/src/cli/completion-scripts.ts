import type { Shell } from './shells.ts';

/** Each script asks the command line, so that it never knows other options than the version that is installed. */

const bash = `# bash completion of hotfix-config
_hotfix_config() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files) return ;;
      *) COMPREPLY+=("\${line%%$'\\t'*}") ;;
    esac
  done < <("$1" completion bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2> /dev/null)
  # Only a file name is completed as one. bash 3 has no compopt.
  compopt +o default +o bashdefault 2> /dev/null
  if [[ \${#COMPREPLY[@]} -gt 0 && \${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2> /dev/null; fi
}
complete -o default -o bashdefault -F _hotfix_config hotfix-config
`;

const zsh = `#compdef hotfix-config
# zsh completion of hotfix-config
_hotfix_config() {
  local line
  local -a found open
  for line in "\${(@f)$("\${words[1]}" completion zsh -- "\${(@Q)words[2,CURRENT]}" 2> /dev/null)}"; do
    case $line in
      '') ;;
      :files) _files; return ;;
      :files-after-equals) compset -P '*='; _files; return ;;
      *=$'\\t'*) open+=("\${line/$'\\t'/:}") ;;
      *) found+=("\${line/$'\\t'/:}") ;;
    esac
  done
  _describe -t values 'completion' found -- open -S ''
}
if [[ $funcstack[1] == _hotfix-config ]]; then _hotfix_config; else compdef _hotfix_config hotfix-config; fi
`;

const fish = `# fish completion of hotfix-config
function __hotfix_config_complete
    set -l before (commandline --tokenize --cut-at-cursor --current-process)
    set -l current (commandline --current-token --cut-at-cursor)
    for line in ($before[1] completion fish -- $before[2..-1] $current 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path $current
            case :files-after-equals
                set -l start (string replace --regex '[^=]*$' '' -- $current)
                for path in (__fish_complete_path (string replace --regex '.*=' '' -- $current))
                    echo $start$path
                end
            case '*'
                echo $line
        end
    end
end
complete --command hotfix-config --no-files --arguments '(__hotfix_config_complete)'
`;

/** Older versions of PowerShell drop an empty argument, so the last word has a letter in front of it. */
const pwsh = `# PowerShell completion of hotfix-config
Register-ArgumentCompleter -Native -CommandName 'hotfix-config' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
    $lines = @(& $commandAst.CommandElements[0].Extent.Text completion pwsh '--' @words "_$wordToComplete" 2>$null)
    # PowerShell completes a file name where nothing is returned.
    if ($lines.Count -gt 0 -and $lines[0].StartsWith(':files')) { return }
    if ($lines.Count -eq 0) { return '' }
    foreach ($line in $lines) {
        $value, $description = $line -split "\`t", 2
        if (-not $description) { $description = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $description)
    }
}
`;

export const completionScripts: Readonly<Record<Shell, string>> = { bash, zsh, fish, pwsh };
