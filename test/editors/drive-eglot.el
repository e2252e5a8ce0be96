;;; drive-eglot.el --- what a person sees and does with eglot  -*- lexical-binding: t -*-

(require 'cl-lib)

(defun drive-findings ()
  (vconcat
   (mapcar
    (lambda (found)
      (let ((text (flymake-diagnostic-text found)))
        (string-match "\\`hotfix \\[\\(.+?\\)\\]: \\(.+\\)\\'" text)
        `((rule . ,(match-string 1 text))
          (message . ,(match-string 2 text))
          (marked . ,(buffer-substring-no-properties (flymake-diagnostic-beg found)
                                                     (flymake-diagnostic-end found))))))
    (flymake-diagnostics))))

(defun drive-hover ()
  (let (said)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq said text)))
    (substring-no-properties (drive-wait "a hover" (lambda () said)))))

(defun drive-act (title)
  "Open the menu of actions, choose TITLE and answer all that was offered."
  (let ((last-nonmenu-event ?x) offered)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_ items &rest _) (setq offered (mapcar #'car items)) title)))
      (eglot-code-actions (point) (point) nil t))
    (vconcat offered)))

(defun drive-completions ()
  (pcase-let ((`(,start ,end ,table . ,more) (eglot-completion-at-point)))
    (vconcat
     (mapcar (lambda (item)
               (concat (substring-no-properties item) ":"
                       (substring-no-properties (funcall (plist-get more :annotation-function) item))))
             (all-completions (buffer-substring start end) table)))))

(defalias 'drive-complete #'completion-at-point)
