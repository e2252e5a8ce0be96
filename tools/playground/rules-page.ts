import { type Example, type Rule, rules } from '../../server/src/rules/index.ts';
import { escapeHtml, inline } from './html.ts';

/** The page that findings link to: all rules, each under its id. */
export function rulesPage(): string {
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Rules · Hotfix Config</title>
    <link rel="icon" href="icon.svg">
    <link rel="stylesheet" href="rules.css">
  </head>
  <body>
    <nav aria-label="Rules">
      <a href="./">Playground</a>
      <ul>
        ${rules.map(({ id }) => `<li><a href="#${id}">${id}</a></li>`).join('\n        ')}
      </ul>
    </nav>
    <main>
      <h1>Rules</h1>
      <p>What each rule flags in a hotfix config. A rule’s level never changes what a node does.</p>
${rules.map(section).join('\n')}
    </main>
  </body>
</html>
`;
}

function section({ id, level, summary, why, examples, fix, messages }: Rule): string {
  return `      <section id="${id}">
        <h2>${id} <span class="level ${level}">${level}</span></h2>
        <p>Flags ${inline(summary)}.</p>
        <p>${inline(why)}</p>
${examples.map(example).join('\n')}
${fix?.safe === undefined ? '' : `        <p><strong>Safe fix.</strong> ${inline(fix.safe)}</p>`}
${fix?.onRequest === undefined ? '' : `        <p><strong>Fix on request.</strong> ${inline(fix.onRequest)}</p>`}
        <details>
          <summary>Messages</summary>
          <ul>${Object.values<string>(messages)
            .map((message) => `<li>${inline(message)}</li>`)
            .join('')}</ul>
        </details>
      </section>`;
}

function example({ before, after }: Example): string {
  const fixed =
    after === undefined ? '' : `<p class="after">After the fix:</p><pre>${escapeHtml(after)}</pre>`;
  return `        <pre>${escapeHtml(before.replace(/^\n/, ''))}</pre>${fixed}`;
}
