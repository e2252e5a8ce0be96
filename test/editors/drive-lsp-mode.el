;;; drive-lsp-mode.el --- what a person sees and does with lsp-mode  -*- lexical-binding: t -*-

(require 'cl-lib)
(require 'lsp-completion)

;; A person would answer that this folder is the root.
(setq lsp-auto-guess-root t)

(defun drive-findings ()
  (vconcat
   (mapcar
    (lambda (found)
      (let* ((start (lsp-get found :range))
             (region (lsp--range-to-region start)))
        `((rule . ,(lsp-get found :code))
          (message . ,(lsp-get found :message))
          (marked . ,(buffer-substring-no-properties (car region) (cdr region))))))
    (gethash (lsp--fix-path-casing buffer-file-name) (lsp-diagnostics t)))))

(defun drive-hover ()
  (save-window-excursion
    (lsp-describe-thing-at-point)
    (with-current-buffer "*lsp-help*" (drive-text))))

(defun drive-act (title)
  "Open the menu of actions and choose TITLE."
  (let (offered)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_ items &rest _) (setq offered (mapcar #'car items)) title)))
      (call-interactively #'lsp-execute-code-action))
    (vconcat offered)))

(defun drive-completions ()
  (pcase-let ((`(,start ,end ,table . ,more) (lsp-completion-at-point)))
    (vconcat
     (mapcar (lambda (item)
               (concat (substring-no-properties item) ":"
                       (string-remove-suffix
                        " (Value)" (substring-no-properties (funcall (plist-get more :annotation-function) item)))))
             (all-completions (buffer-substring start end) table)))))

(defun drive-complete ()
  "Take the first completion, as a menu would, for example that of company."
  (pcase-let* ((`(,start ,end ,table . ,more) (lsp-completion-at-point))
               (item (car (all-completions (buffer-substring start end) table))))
    (delete-region start end)
    (insert item)
    (funcall (plist-get more :exit-function) item 'finished)))
