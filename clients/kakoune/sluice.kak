# Related words and labels, asked of the program `sluice`. Needs no language client: clients/kakoune/README.md has both ways.

declare-option -docstring 'the program that is asked' str sluice_program sluice
declare-option -hidden str sluice_asked

# A selection of one character is a cursor, and what is meant is the object around it.
define-command -hidden sluice-take -params 1 %{
    set-option window sluice_asked %val{selection}
    evaluate-commands %sh{
        [ "$kak_selection_length" -gt 1 ] ||
            echo "evaluate-commands -draft %{ execute-keys '<a-i>$1'; set-option window sluice_asked %val{selection} }"
    }
}

define-command sluice-similar -params ..1 \
    -docstring 'sluice-similar [<word>]: show the words nearest to a word, by default the selected one or the one at the cursor' %{
    evaluate-commands %sh{
        [ $# -eq 0 ] && echo 'sluice-take w' || echo 'set-option window sluice_asked %arg{1}'
    }
    evaluate-commands %sh{
        quote() { printf "'%s' " "$(printf %s "$1" | sed "s/'/''/g")"; }
        if answer=$("$kak_opt_sluice_program" similar -- "$kak_opt_sluice_asked" 2>&1); then
            printf 'info -title %s -- %s' "$(quote "$kak_opt_sluice_asked")" "$(quote "$answer")"
        else
            printf 'fail %s' "$(quote "sluice: $answer")"
        fi
    }
}

define-command sluice-replace \
    -docstring 'sluice-replace: choose a related word for the place of the selected one, or of the one at the cursor' %{
    sluice-take w
    evaluate-commands %sh{
        quote() { printf "'%s' " "$(printf %s "$1" | sed "s/'/''/g")"; }
        # Only what is found goes to the menu: that a word was reached by its dictionary form is said on standard error.
        if ! answer=$("$kak_opt_sluice_program" similar -- "$kak_opt_sluice_asked" 2>/dev/null); then
            printf 'fail %s' "$(quote "sluice: there is no word near '$kak_opt_sluice_asked'")"
            exit
        fi
        printf 'menu '
        printf '%s\n' "$answer" | while IFS='	' read -r word similarity; do
            quote "$word  $similarity"
            quote "sluice-put $(quote "$word")"
        done
    }
}

define-command -hidden sluice-put -params 1 %{
    evaluate-commands -save-regs dquote %{
        set-register dquote %arg{1}
        evaluate-commands %sh{
            [ "$kak_selection_length" -gt 1 ] || echo 'execute-keys <a-i>w'
        }
        execute-keys R
    }
}

define-command sluice-label \
    -docstring 'sluice-label: say the label of the selection, or of the paragraph at the cursor' %{
    sluice-take p
    evaluate-commands %sh{
        quote() { printf "'%s' " "$(printf %s "$1" | sed "s/'/''/g")"; }
        if answer=$("$kak_opt_sluice_program" classify -- "$kak_opt_sluice_asked" 2>&1); then
            printf 'echo -markup %s' "$(quote "{Information}$(printf %s "$answer" | head -n 1 | cut -f 1,2 | tr '\t' ' ')")"
        else
            printf 'fail %s' "$(quote "sluice: $answer")"
        fi
    }
}

declare-user-mode sluice
map global sluice s ': sluice-similar<ret>' -docstring 'similar words'
map global sluice r ': sluice-replace<ret>' -docstring 'replace the word'
map global sluice l ': sluice-label<ret>' -docstring 'label of the paragraph'
