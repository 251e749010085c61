;;; sluice.el --- Related words and labels in prose  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: text, convenience, languages
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; Sluice says what a word is and which words are related to it, completes them
;; in the form that the sentence asks for, and labels paragraphs with small
;; models.  This file makes it known to eglot and to lsp-mode, whichever there
;; is, and adds commands that ask it.  In your init file:
;;
;;   (require 'sluice)
;;   (add-hook 'text-mode-hook #'sluice-mode)
;;
;; Where no language client runs, commands ask the program instead.

;;; Code:

(require 'seq)
(require 'subr-x)
(require 'thingatpt)

(defgroup sluice nil
  "Related words and labels in prose."
  :group 'text)

(defcustom sluice-command '("sluice" "lsp")
  "The program, and what makes it a language server."
  :type '(repeat string))

(defcustom sluice-modes
  '((gfm-mode . "markdown") (markdown-mode . "markdown")
    (text-mode . "plaintext"))
  "Major modes of prose, and what LSP calls their language.
To be set before eglot or lsp-mode is loaded.  Comments and strings of source
files are read as well; since eglot has one server for a buffer, such modes are
best added where lsp-mode is used."
  :type '(alist :key-type symbol :value-type string))

(defcustom sluice-settings nil
  "Settings for the server, a plist such as (:features (:codeLens t)).
Its keys are those of sluice.schema.json; false is `:json-false', an array is
a vector.  They win over those of a sluice.toml or sluice.json."
  :type '(plist :key-type symbol :value-type sexp))

(defcustom sluice-client nil
  "What `sluice-mode' starts; nil means eglot or lsp-mode, whichever there is."
  :type '(choice (const :tag "The one there is" nil)
                 (const eglot) (const lsp-mode)))

;;; Faces, one for a part of speech

(defface sluice-noun '((t :inherit font-lock-variable-name-face))
  "Nouns.")
(defface sluice-proper-noun '((t :inherit font-lock-constant-face))
  "Names.")
(defface sluice-verb '((t :inherit font-lock-function-name-face))
  "Verbs.")
(defface sluice-adjective '((t :inherit font-lock-type-face))
  "Adjectives.")
(defface sluice-adverb '((t :inherit font-lock-builtin-face))
  "Adverbs.")
(defface sluice-particle '((t :inherit shadow))
  "Particles and adpositions.")
(defface sluice-ending '((t :inherit shadow))
  "Endings of Korean verbs.")
(defface sluice-number '((t :inherit font-lock-constant-face))
  "Numbers.")
(defface sluice-other '((t))
  "What is of no other part of speech.")

(defconst sluice--faces
  '(("noun" . sluice-noun) ("properNoun" . sluice-proper-noun)
    ("verb" . sluice-verb) ("adjective" . sluice-adjective)
    ("adverb" . sluice-adverb) ("particle" . sluice-particle)
    ("ending" . sluice-ending) ("number" . sluice-number)
    ("other" . sluice-other))
  "The server's token types.")

;;; eglot

(defvar eglot-server-programs)
(declare-function eglot-code-actions "ext:eglot")
(declare-function eglot-current-server "ext:eglot")
(declare-function eglot-ensure "ext:eglot")
(declare-function eglot-execute "ext:eglot")
(declare-function eglot-reconnect "ext:eglot")
(declare-function eglot--apply-workspace-edit "ext:eglot")
(declare-function eglot--server-info "ext:eglot")
(declare-function jsonrpc-request "jsonrpc")

(defun sluice--options (&rest _)
  "Options for the server, an object of JSON."
  (or sluice-settings (make-hash-table)))

(defun sluice--eglot-contact (&rest _)
  "How eglot reaches the server."
  (append sluice-command '(:initializationOptions sluice--options)))

(with-eval-after-load 'eglot
  (pcase-dolist (`(,mode . ,language) (reverse sluice-modes))
    ;; Many modes are made from `text-mode', and some of these have a server of
    ;; their own, which comes first.
    (add-to-list 'eglot-server-programs
                 `((,mode :language-id ,language) . sluice--eglot-contact)
                 (eq mode 'text-mode))))

(defun sluice--eglot-server ()
  "The current buffer's server where it is Sluice, and eglot manages it."
  (when-let ((server (and (bound-and-true-p eglot--managed-mode)
                          (eglot-current-server))))
    (and (equal (plist-get (eglot--server-info server) :name) "sluice")
         server)))

;;; lsp-mode

(defvar lsp--cur-workspace)
(defvar lsp-language-id-configuration)
(defvar lsp-semantic-token-faces)
(declare-function lsp-deferred "ext:lsp-mode")
(declare-function lsp-execute-code-action "ext:lsp-mode")
(declare-function lsp-find-workspace "ext:lsp-mode")
(declare-function lsp-code-actions-at-point "ext:lsp-mode")
(declare-function lsp-register-client "ext:lsp-mode")
(declare-function lsp-request "ext:lsp-mode")
(declare-function lsp-stdio-connection "ext:lsp-mode")
(declare-function lsp-workspace-restart "ext:lsp-mode")
(declare-function make-lsp-client "ext:lsp-mode")

(with-eval-after-load 'lsp-mode
  (dolist (mode sluice-modes)
    (add-to-list 'lsp-language-id-configuration mode t))
  (lsp-register-client
   (make-lsp-client
    :new-connection (lsp-stdio-connection (lambda () sluice-command))
    :activation-fn (lambda (_file mode) (sluice--prose-p mode))
    :server-id 'sluice
    ;; Beside a server for what the text is written in, such as Markdown.
    :add-on? t
    :multi-root t
    :initialization-options #'sluice--options
    ;; lsp-mode counts characters and says nothing of it, which the server
    ;; would take for UTF-16.
    :custom-capabilities '((general . ((positionEncodings . ["utf-32"]))))
    :semantic-tokens-faces-overrides `(:types ,sluice--faces))))

;; Overrides are for types that lsp-mode knows already.
(with-eval-after-load 'lsp-semantic-tokens
  (pcase-dolist (`(,kind . ,face) sluice--faces)
    (unless (assoc kind lsp-semantic-token-faces)
      (setq lsp-semantic-token-faces
            (append lsp-semantic-token-faces (list (cons kind face)))))))

(defun sluice--lsp-workspace ()
  "Sluice's workspace where lsp-mode manages the current buffer."
  (and (bound-and-true-p lsp-managed-mode)
       (lsp-find-workspace 'sluice (buffer-file-name))))

;;; Questions

(defun sluice--prose-p (mode)
  "Whether MODE is one of `sluice-modes', or made from one."
  (apply #'provided-mode-derived-p mode (mapcar #'car sluice-modes)))

(defun sluice--plain (value)
  "VALUE with plists in place of the hash tables in it."
  (cond ((hash-table-p value)
         (let (plist)
           (maphash (lambda (key each)
                      (push (sluice--plain each) plist)
                      (push (intern (concat ":" key)) plist))
                    value)
           plist))
        ((vectorp value) (vconcat (mapcar #'sluice--plain value)))
        (t value)))

(defun sluice--ask-program (method params)
  "Ask the program about METHOD with PARAMS."
  (let ((problems (make-temp-file "sluice"))
        (coding-system-for-read 'utf-8)
        (coding-system-for-write 'utf-8))
    (unwind-protect
        (with-temp-buffer
          (let ((status (call-process (car sluice-command) nil
                                      (list t problems) nil
                                      "call" method (json-serialize params))))
            (goto-char (point-min))
            (if (eql status 0)
                (json-parse-buffer :object-type 'plist
                                   :null-object nil :false-object nil)
              (erase-buffer)
              (insert-file-contents problems)
              (user-error "Sluice: %s"
                          (string-remove-prefix
                           "Error: " (string-trim (buffer-string)))))))
      (delete-file problems))))

(defun sluice--no-client ()
  "Say that there is no language client."
  (user-error
   "Sluice: no language client runs here; M-x sluice-mode starts one"))

(defun sluice--ask (method params &optional only-client)
  "Ask about METHOD with PARAMS, a plist; the answer is a plist.
Without a client, ask the program; with ONLY-CLIENT that is an error."
  (let ((server (sluice--eglot-server))
        (workspace (sluice--lsp-workspace)))
    (cond (server
           (condition-case failure
               (jsonrpc-request server (intern (concat ":" method)) params)
             (jsonrpc-error
              (let* ((members (seq-filter #'consp failure))
                     (data (alist-get 'jsonrpc-error-data members))
                     (hint (plist-get data :hint)))
                (user-error "Sluice: %s%s"
                            (or (alist-get 'jsonrpc-error-message members)
                                "no answer")
                            (if hint (concat "; " hint) ""))))))
          (workspace
           (let ((lsp--cur-workspace workspace))
             (condition-case failure
                 (sluice--plain (lsp-request method params))
               (error (user-error "Sluice: %s"
                                  (error-message-string failure))))))
          (only-client (sluice--no-client))
          (t (sluice--ask-program method params)))))

(defun sluice--read-word (prompt)
  "The word at point, or what PROMPT asks for.
It is asked for with a prefix argument, and where there is no word."
  (let ((word (thing-at-point 'word t)))
    (list (if (or current-prefix-arg (not word))
              (read-string (format-prompt prompt word) nil nil word)
            word))))

;;; Commands

;;;###autoload
(defun sluice-similar (word)
  "Show the words nearest to WORD, by default the one at point.
They are related words, not synonyms: antonyms are near, too."
  (interactive (sluice--read-word "Words similar to"))
  (let ((answer (sluice--ask "words/similar" (list :word word))))
    (with-help-window "*sluice*"
      (princ (format "%s, in %s\n" word (plist-get answer :vectors)))
      (seq-doseq (reached (plist-get answer :reachedBy))
        (princ (format "%s → %s (%s)\n" (plist-get reached :word)
                       (or (plist-get reached :as) "its n-grams")
                       (plist-get reached :by))))
      (princ "\n")
      (seq-doseq (neighbour (plist-get answer :neighbours))
        (let ((relation (plist-get neighbour :relation)))
          (princ (format "%.2f  %s%s\n" (plist-get neighbour :similarity)
                         (plist-get neighbour :word)
                         (if relation (concat "  " relation) ""))))))))

(defun sluice--replacement (action)
  "The word that a code ACTION puts in place of another, by its title."
  (let ((title (plist-get action :title)))
    (if (string-match "“\\(.+\\)”" title)
        (match-string 1 title)
      title)))

;;;###autoload
(defun sluice-replace ()
  "Put another word in the place of the one at point.
It comes in the form of that word: 영화가 becomes 드라마가."
  (interactive)
  (let* ((server (sluice--eglot-server))
         (workspace (sluice--lsp-workspace))
         (lsp--cur-workspace workspace)
         (kind "refactor.rewrite")
         (actions (cond (server (eglot-code-actions (point) (point) kind))
                        (workspace (lsp-code-actions-at-point kind))
                        (t (sluice--no-client))))
         (choices (mapcar (lambda (action)
                            (cons (sluice--replacement (sluice--plain action))
                                  action))
                          actions))
         (chosen (and choices
                      (completing-read "Replace with: " choices nil t)))
         (action (cdr (assoc chosen choices))))
    (cond ((not choices)
           (user-error "Sluice: there is no word for the place of this one"))
          (workspace (lsp-execute-code-action action))
          ((fboundp 'eglot-execute) (eglot-execute server action))
          (t (eglot--apply-workspace-edit (plist-get action :edit))))))

;;;###autoload
(defun sluice-label (start end)
  "Say the label of the text from START to END.
By default that is the region, or else the paragraph at point."
  (interactive (if (use-region-p)
                   (list (region-beginning) (region-end))
                 (let ((bounds (bounds-of-thing-at-point 'paragraph)))
                   (list (or (car bounds) (point)) (or (cdr bounds) (point))))))
  (let* ((text (string-trim (buffer-substring-no-properties start end)))
         (answer (sluice--ask "text/classify" (list :text text))))
    (message "%s (%s)"
             (mapconcat (lambda (each)
                          (format "%s %.3f" (plist-get each :label)
                                  (plist-get each :probability)))
                        (plist-get answer :labels) ", ")
             (plist-get answer :model))))

(defun sluice--execute (command arguments)
  "Have the server do COMMAND with ARGUMENTS, a vector."
  (sluice--ask "workspace/executeCommand"
               (list :command command :arguments arguments) t))

;;;###autoload
(defun sluice-add-to-dictionary (word)
  "Put WORD, by default the one at point, into your dictionary."
  (interactive (sluice--read-word "Add to dictionary"))
  (sluice--execute "sluice.addToDictionary" (vector word))
  (message "“%s” is in the dictionary" word))

;;;###autoload
(defun sluice-remove-from-dictionary (word)
  "Take WORD, by default the one at point, out of your dictionary."
  (interactive (sluice--read-word "Remove from dictionary"))
  (sluice--execute "sluice.removeFromDictionary" (vector word))
  (message "“%s” is no longer in the dictionary" word))

;;;###autoload
(defun sluice-reload ()
  "Have the server read settings and models again."
  (interactive)
  (sluice--execute "sluice.reload" [])
  (message "Settings and models were read again"))

;;;###autoload
(defun sluice-restart ()
  "End the language client of this buffer and start another.
The daemon, which other editors may use, stays."
  (interactive)
  (let ((server (sluice--eglot-server))
        (workspace (sluice--lsp-workspace)))
    (cond (server (eglot-reconnect server))
          (workspace (lsp-workspace-restart workspace))
          (t (sluice-mode 1)))))

;;;###autoload
(defun sluice-log ()
  "Visit the daemon's log."
  (interactive)
  (let* ((state (or (getenv "XDG_STATE_HOME") "~/.local/state"))
         (log (expand-file-name "sluice/sluice.log" state)))
    (unless (file-exists-p log)
      (user-error "Sluice: nothing has been logged in %s yet" log))
    (find-file-read-only log)
    (goto-char (point-max))))

;;; The mode

(defvar sluice-mode-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "C-c \" s") #'sluice-similar)
    (define-key map (kbd "C-c \" r") #'sluice-replace)
    (define-key map (kbd "C-c \" l") #'sluice-label)
    (define-key map (kbd "C-c \" d") #'sluice-add-to-dictionary)
    (define-key map (kbd "C-c \" g") #'sluice-reload)
    map)
  "Keys of `sluice-mode'.")

(defun sluice--start ()
  "Start the language client, where this is a file of prose without one."
  (cond ((or (not buffer-file-name) (not (sluice--prose-p major-mode))
             (sluice--eglot-server) (sluice--lsp-workspace))
         nil)
        ((not (executable-find (car sluice-command)))
         (message "Sluice: there is no program %s; see `sluice-command'"
                  (car sluice-command)))
        (t
         (pcase (or sluice-client
                    (seq-find #'featurep '(eglot lsp-mode))
                    (seq-find (lambda (client)
                                (locate-library (symbol-name client)))
                              '(eglot lsp-mode)))
           ('eglot (require 'eglot) (eglot-ensure))
           ('lsp-mode (require 'lsp-mode) (lsp-deferred))
           (_ (message "Sluice: neither eglot nor lsp-mode is installed"))))))

;;;###autoload
(define-minor-mode sluice-mode
  "Ask Sluice about the words and the paragraphs of this buffer.
Starts a language client, see `sluice-client'.

\\{sluice-mode-map}"
  :lighter " Sluice"
  (when sluice-mode
    (sluice--start)))

(provide 'sluice)
;;; sluice.el ends here
