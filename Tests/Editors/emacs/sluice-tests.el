;;; sluice-tests.el --- What the Emacs client does  -*- lexical-binding: t; -*-

;;; Commentary:

;; The server is the stand-in, but for tests whose names begin with "live":
;; these ask Sluice itself.  Each test that has a client runs twice, with eglot
;; and with lsp-mode.

;;; Code:

(require 'cl-lib)
(require 'ert)
(require 'package)
(package-initialize)
(require 'sluice)
(require 'eglot)
(require 'lsp-mode)
(require 'markdown-mode)
(require 'sgml-mode)

(setq lsp-session-file (expand-file-name "session" (getenv "SLUICE_TEST_FOLDER"))
      lsp-auto-guess-root t
      lsp-enable-snippet nil
      lsp-semantic-tokens-enable t
      lsp-lens-enable t
      lsp-keep-workspace-alive nil
      eglot-autoshutdown t
      create-lockfiles nil
      make-backup-files nil)

(defconst sluice-tests--text
  "# 감상\n\n영화가 정말 재미있었다\n배우는 좋았다 😀 이야기는 지루했다\n")

(defun sluice-tests--until (what condition)
  "Wait until CONDITION holds, which is WHAT."
  (let ((end (+ (float-time) 60)) value)
    (while (not (setq value (funcall condition)))
      (when (> (float-time) end)
        (error "Waited in vain until %s" what))
      (accept-process-output nil 0.02))
    value))

(defun sluice-tests--sent (method)
  "The params of what the server was sent as METHOD."
  (let ((log (getenv "SLUICE_STAND_IN_LOG")))
    (when (file-exists-p log)
      (with-temp-buffer
        (insert-file-contents log)
        (let (found)
          ;; Whole lines of it.
          (goto-char (point-max))
          (delete-region (line-beginning-position) (point-max))
          (goto-char (point-min))
          (while (not (eobp))
            (let ((message (json-parse-buffer :object-type 'plist)))
              (when (equal (plist-get message :method) method)
                (push (plist-get message :params) found)))
            (skip-chars-forward "\n"))
          (nreverse found))))))

(defmacro sluice-tests--with (client text &rest body)
  "Run BODY in a buffer of Markdown with TEXT that CLIENT manages."
  (declare (indent 2))
  `(let* ((folder (make-temp-file
                   (expand-file-name "work" (getenv "SLUICE_TEST_FOLDER")) t))
          (file (expand-file-name "text.md" folder))
          (sluice-client ,client)
          (inhibit-message t))
     (when (file-exists-p (getenv "SLUICE_STAND_IN_LOG"))
       (delete-file (getenv "SLUICE_STAND_IN_LOG")))
     (write-region ,text nil file)
     (with-current-buffer (find-file-noselect file)
       (set-window-buffer nil (current-buffer))
       (unwind-protect
           (progn
             (sluice-tests--manage)
             ,@body)
         (set-buffer-modified-p nil)
         (kill-buffer)
         ;; lsp-mode would give the next buffer to one that is about to end.
         (sluice-tests--until "the server has ended"
                              (lambda ()
                                (not (lsp-find-workspace 'sluice nil))))))))

(defun sluice-tests--manage ()
  "Start the client as `sluice-mode' does, at once."
  ;; Both wait for Emacs to be idle, which it never is in batch.
  (cl-letf (((symbol-function 'lsp-deferred) #'lsp)
            ((symbol-function 'eglot-ensure)
             (lambda () (apply #'eglot (eglot--guess-contact)))))
    (sluice-mode 1))
  (sluice-tests--until "a client manages the buffer"
                       (lambda () (or (sluice--eglot-server)
                                      (and (sluice--lsp-workspace)
                                           (eq 'initialized
                                               (lsp--workspace-status
                                                (sluice--lsp-workspace)))))))
  ;; Sluice itself does not write down what it is sent.
  (when (equal (file-name-nondirectory (file-truename (executable-find "sluice")))
               "stand_in.py")
    (sluice-tests--until "the document is open"
                         (lambda ()
                           (sluice-tests--sent "textDocument/didOpen")))))

(defmacro sluice-tests--both (name &rest body)
  "Define tests with NAME and BODY, one for each language client."
  (declare (indent 1))
  `(progn
     ,@(mapcar (lambda (client)
                 `(ert-deftest ,(intern (format "%s-%s" name client)) ()
                    (sluice-tests--with ',client sluice-tests--text
                      ,@body)))
               '(eglot lsp-mode))))

(defun sluice-tests--go (text)
  "Put point before TEXT."
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(defun sluice-tests--line (number)
  "Line NUMBER."
  (save-excursion
    (goto-char (point-min))
    (forward-line (1- number))
    (buffer-substring-no-properties (point) (line-end-position))))

(sluice-tests--both opened-with-its-language
  (let ((document (plist-get (car (sluice-tests--sent "textDocument/didOpen"))
                             :textDocument)))
    (should (equal (plist-get document :languageId) "markdown"))
    (should (equal (plist-get document :text) sluice-tests--text))))

(ert-deftest settings-are-given-at-the-start ()
  (dolist (client '(eglot lsp-mode))
    (let ((sluice-settings '(:features (:codeLens t :hover :json-false)
                             :rules [(:model "sentiment-ko")])))
      (sluice-tests--with client sluice-tests--text
        (let ((options (plist-get (car (sluice-tests--sent "initialize"))
                                  :initializationOptions)))
          (should (equal (plist-get options :features)
                         '(:codeLens t :hover :false)))
          (should (equal (plist-get options :rules)
                         [(:model "sentiment-ko")])))))))

(ert-deftest no-settings-are-an-empty-object ()
  (sluice-tests--with 'eglot sluice-tests--text
    (should (equal (plist-get (car (sluice-tests--sent "initialize"))
                              :initializationOptions)
                   nil))))

(ert-deftest lsp-mode-says-how-it-counts ()
  (sluice-tests--with 'lsp-mode sluice-tests--text
    (let* ((params (car (sluice-tests--sent "initialize")))
           (general (plist-get (plist-get params :capabilities) :general)))
      (should (equal (plist-get general :positionEncodings) ["utf-32"])))))

(sluice-tests--both replace-keeps-the-form
  (sluice-tests--go "영화가")
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt choices &rest _)
               (should (equal (mapcar #'car choices) '("드라마가" "연극가")))
               "연극가")))
    (sluice-replace))
  (should (equal (sluice-tests--line 3) "연극가 정말 재미있었다"))
  (sluice-tests--until "the edit was sent"
                       (lambda ()
                         (when (fboundp 'eglot--signal-textDocument/didChange)
                           (ignore-errors
                             (eglot--signal-textDocument/didChange)))
                         (sluice-tests--sent "textDocument/didChange"))))

(sluice-tests--both replace-behind-an-emoji
  (sluice-tests--go "이야기는")
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt choices &rest _) (caar choices))))
    (sluice-replace))
  (should (equal (sluice-tests--line 4) "배우는 좋았다 😀 줄거리는 지루했다")))

(sluice-tests--both replace-says-where-there-is-nothing
  (sluice-tests--go "정말")
  (should (equal (cadr (should-error (sluice-replace) :type 'user-error))
                 "Sluice: there is no word for the place of this one")))

(sluice-tests--both similar-shows-words
  (sluice-tests--go "영화가")
  (call-interactively #'sluice-similar)
  (with-current-buffer "*sluice*"
    (goto-char (point-min))
    (should (search-forward "영화가 → 영화 (particle)"))
    (should (search-forward "0.91  드라마")))
  (should (= 1 (length (sluice-tests--sent "words/similar")))))

(sluice-tests--both failures-are-said
  (should (string-match-p "\"nothing\" is unknown"
                          (cadr (should-error (sluice-similar "nothing")
                                              :type 'user-error)))))

(sluice-tests--both label-says-that-of-the-paragraph
  (sluice-tests--go "지루했다")
  (let (said)
    (cl-letf (((symbol-function 'message)
               (lambda (&rest arguments)
                 (setq said (apply #'format arguments)))))
      (call-interactively #'sluice-label)
      (should (equal said "negative 0.970 (sentiment-ko)"))))
  (should (equal (plist-get (car (sluice-tests--sent "text/classify")) :text)
                 "영화가 정말 재미있었다\n배우는 좋았다 😀 이야기는 지루했다")))

(sluice-tests--both commands-are-the-servers
  (sluice-tests--go "정말")
  (call-interactively #'sluice-add-to-dictionary)
  (sluice-add-to-dictionary "킹받다")
  (sluice-remove-from-dictionary "킹받다")
  (sluice-reload)
  (should (equal (mapcar (lambda (each) (list (plist-get each :command)
                                              (plist-get each :arguments)))
                         (sluice-tests--sent "workspace/executeCommand"))
                 '(("sluice.addToDictionary" ["정말"])
                   ("sluice.addToDictionary" ["킹받다"])
                   ("sluice.removeFromDictionary" ["킹받다"])
                   ("sluice.reload" [])))))

(sluice-tests--both restart-opens-the-text-again
  (goto-char (point-min))
  (insert "처음\n")
  (sluice-restart)
  (sluice-tests--until "the text is open again"
                       (lambda ()
                         (= 2 (length
                               (sluice-tests--sent "textDocument/didOpen")))))
  (let ((document (plist-get (cadr (sluice-tests--sent "textDocument/didOpen"))
                             :textDocument)))
    (should (equal (plist-get document :text)
                   (concat "처음\n" sluice-tests--text)))))

(sluice-tests--both diagnostics-stand-where-they-belong
  (if (sluice--eglot-server)
      (progn
        (flymake-mode 1)
        (flymake-start)
        (let ((found (sluice-tests--until "there are diagnostics"
                                          #'flymake-diagnostics)))
          (should (= 1 (length found)))
          (should (equal (buffer-substring-no-properties
                          (flymake-diagnostic-beg (car found))
                          (flymake-diagnostic-end (car found)))
                         "지루했다"))))
    (let* ((found (sluice-tests--until
                   "there are diagnostics"
                   (lambda () (gethash (lsp--fix-path-casing buffer-file-name)
                                       (lsp-diagnostics t)))))
           (range (gethash "range" (car found)))
           (start (gethash "start" range)))
      (should (= 1 (length found)))
      (should (equal (list (gethash "line" start) (gethash "character" start))
                     '(3 15))))))

(sluice-tests--both completion-keeps-the-form
  (sluice-tests--go "영화가")
  (forward-char 3)
  (let* ((found (run-hook-with-args-until-success
                 'completion-at-point-functions))
         (candidates (all-completions "" (nth 2 found))))
    (should (equal (buffer-substring (nth 0 found) (nth 1 found)) "영화가"))
    (should (equal (mapcar #'substring-no-properties candidates)
                   '("드라마가" "연극가")))))

(ert-deftest parts-of-speech-have-faces ()
  (sluice-tests--with 'lsp-mode sluice-tests--text
    (lsp-semantic-tokens-mode 1)
    (let ((faces (lsp--workspace-semantic-tokens-faces
                  (sluice--lsp-workspace))))
      (should (equal (append faces nil)
                     '(sluice-noun sluice-proper-noun sluice-verb
                       sluice-adjective sluice-adverb sluice-particle
                       sluice-ending sluice-number sluice-other)))))
  (dolist (face (mapcar #'cdr sluice--faces))
    (should (facep face))))

(ert-deftest modes-with-servers-of-their-own-keep-them ()
  (cl-flet ((contact (mode) (nth 2 (eglot--lookup-mode mode))))
    (should (eq (contact 'markdown-mode) 'sluice--eglot-contact))
    (should (eq (contact 'text-mode) 'sluice--eglot-contact))
    (should (equal (nth 1 (eglot--lookup-mode 'text-mode)) "plaintext"))
    (should-not (eq (contact 'html-mode) 'sluice--eglot-contact))
    (should-not (eq (contact 'python-mode) 'sluice--eglot-contact))))

(ert-deftest without-a-client-the-program-is-asked ()
  (with-temp-buffer
    (insert "영화가")
    (goto-char (point-min))
    (let ((inhibit-message t))
      (call-interactively #'sluice-similar))
    (with-current-buffer "*sluice*"
      (goto-char (point-min))
      (should (search-forward "0.91  드라마")))
    (should (equal (cadr (should-error (sluice-similar "없음")
                                       :type 'user-error))
                   "Sluice: \"없음\" is unknown"))
    (should (string-match-p "no language client"
                            (cadr (should-error (sluice-reload)
                                                :type 'user-error))))))

(ert-deftest the-mode-starts-nothing-where-there-is-no-prose ()
  (cl-letf (((symbol-function 'eglot-ensure) (lambda () (error "Started"))))
    (let ((sluice-client 'eglot)
          (inhibit-message t))
      (with-temp-buffer
        (text-mode)
        (sluice-mode 1)
        (setq buffer-file-name "/nowhere/a.py")
        (prog-mode)
        (sluice-mode 1)
        (let ((sluice-command '("no-such-sluice" "lsp")))
          (text-mode)
          (sluice-mode 1))
        (set-buffer-modified-p nil)))))

(ert-deftest the-log-is-the-daemons ()
  (should-error (sluice-log) :type 'user-error)
  (let ((log (expand-file-name "sluice/sluice.log" (getenv "XDG_STATE_HOME"))))
    (make-directory (file-name-directory log) t)
    (write-region "first\nlast" nil log)
    (sluice-log)
    (should (looking-back "last" (line-beginning-position)))))

(sluice-tests--both live
  (sluice-tests--go "영화가")
  (call-interactively #'sluice-similar)
  (with-current-buffer "*sluice*"
    (goto-char (point-min))
    (should (search-forward "영화가 → 영화")))
  (let (chosen)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt choices &rest _)
                 (setq chosen (caar choices)))))
      (sluice-replace))
    (should (string-match-p "[가이]\\'" chosen))
    (should (equal (sluice-tests--line 3)
                   (concat chosen " 정말 재미있었다")))))

;;; sluice-tests.el ends here
