;;; drive-emacs.el --- does in Emacs what a person would  -*- lexical-binding: t -*-

;; What there is to see is written into the file that RESULTS names. The file of the client, which is loaded before this
;; one, defines `drive-findings', `drive-hover', `drive-act', `drive-completions'
;; and `drive-complete'.

(require 'ert-x)
(require 'json)

(defvar drive-results `((version . ,emacs-version)))

(defun drive-note (name value)
  (push (cons name value) drive-results))

(defun drive-wait (what met)
  "Wait until the function MET answers, and let Emacs do what it does when nobody types."
  (let ((deadline (time-add nil 20)) answer)
    (while (not (setq answer (funcall met)))
      (when (time-less-p deadline nil) (error "Waited in vain for %s" what))
      (ert-run-idle-timers)
      (accept-process-output nil 0.02))
    answer))

(defun drive-text ()
  (buffer-substring-no-properties (point-min) (point-max)))

(defun drive-go (part)
  (goto-char (point-min))
  (search-forward part)
  (goto-char (match-beginning 0)))

(defun drive ()
  (switch-to-buffer (find-file-noselect (pop command-line-args-left)))
  (run-hooks 'post-command-hook)
  (drive-wait "findings" #'flymake-diagnostics)
  (drive-note 'findings (drive-findings))

  (drive-go "202606.12")
  (drive-note 'hover (drive-hover))

  (drive-go "202605.30.2")
  (drive-note 'offered (drive-act "Change version to \"202604.01.2\""))
  (drive-note 'fixed (drive-text))
  (let ((all (length (flymake-diagnostics))))
    (drive-wait "fewer findings" (lambda () (< (length (flymake-diagnostics)) all))))
  (drive-note 'left (drive-findings))

  (drive-go "202605.30.01")
  (drive-act "Normalize entries: apply all safe fixes")
  (drive-note 'normal (drive-text))
  (drive-wait "one finding" (lambda () (= (length (flymake-diagnostics)) 1)))

  (drive-go "202606.12.1")
  (end-of-line)
  (insert ",\n    \"2026")
  (drive-note 'completion (drive-completions))
  (drive-complete)
  (drive-note 'completed (drive-text)))

(condition-case failure
    (drive)
  (error (drive-note 'failure (error-message-string failure))))
(let ((coding-system-for-write 'utf-8))
  (write-region (json-encode drive-results) nil (getenv "RESULTS")))
(set-buffer-modified-p nil)
(kill-emacs)
