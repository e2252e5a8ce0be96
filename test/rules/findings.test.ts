import { expect, it } from 'vitest';
import { markedFindings, withoutMarks } from '../support/marked-findings.ts';
import type { Surroundings } from '../support/markers.ts';

const cases: [marked: string, surroundings?: Surroundings][] = [
  [
    `
{ "hotfixes": { "202600.10": "202600.10.1", "202604.00": "202604.00.1", "202604.31": "202604.31.1", "202612.31": "202612.31.2", "202613.01": "202613.01.1" } }
                 ^^^^^^^^^ warning impossible-date/no-such-day base="202600.10"
                                             ^^^^^^^^^ warning impossible-date/no-such-day base="202604.00"
                                                                         ^^^^^^^^^ warning impossible-date/no-such-day base="202604.31"
                                                                                                                                 ^^^^^^^^^ warning impossible-date/no-such-day base="202613.01"`,
  ],
  [
    `
{ "version": " 202613.01.1 " }
              ^^^^^^^^^^^^^ warning surrounding-whitespace/untrimmed value=" 202613.01.1 "
               ^^^^^^^^^ warning impossible-date/no-such-day base="202613.01"`,
  ],
  [
    `
{ "hotfixes": { "202604.01": "202604.01.2", "202604.01": "202604.01.3" } }
                 ^^^^^^^^^ warning duplicate-key/ignored key="202604.01" faded (json,jsonc)
                                             --------- used`,
  ],
  [
    `
{ "version": "202604.01.2", "version": null }
                             ^^^^^^^ warning duplicate-key/null-ignored key="version" faded (json,jsonc)
   ------- used`,
  ],
  [
    `
{ "version": "202604.01.2", "Version": "202604.01.3" }
   ^^^^^^^ warning duplicate-key/ignored key="version" faded
                             ------- used
                             ^^^^^^^ warning property-case/other-case key="Version" name="version"`,
  ],
  [
    `
{ "hotfixes": { "202604.01": "202604.01.3" }, "Hotfixes": { "202605.30": "202605.30.1" }, "Hotfixes": { "202604.01": "202604.01.4" } }
                 ^^^^^^^^^ warning duplicate-key/ignored key="202604.01" faded
                                                                                                         --------- used
                                               ^^^^^^^^ warning duplicate-key/merged key="Hotfixes"
   -------- previous
                                               ^^^^^^^^ warning property-case/other-case key="Hotfixes" name="hotfixes"
                                                                                           ^^^^^^^^ warning duplicate-key/merged key="Hotfixes" (json,jsonc)
                                               -------- previous
                                                                                           ^^^^^^^^ warning property-case/other-case key="Hotfixes" name="hotfixes"`,
  ],
  [
    `
{ "hotfixes": {}, "hotfixes": null, "scripts_version": "202604.01.3" }
   ^^^^^^^^ warning duplicate-key/ignored key="hotfixes" faded (json,jsonc)
                   -------- used`,
  ],
  [
    `
{ "version": null, "version": null, "scripts_version": "202604.01.3" }
   ^^^^^^^ warning duplicate-key/ignored key="version" faded (json,jsonc)
                    ------- used
                              ^^^^ warning empty-value/field key="version"`,
  ],
  [
    `
{ "hotfixes": { "202604.01": "", "202605.30": null, "x": " " } }
                             ^^ warning empty-value/entry key="202604.01"
                                              ^^^^ warning empty-value/entry key="202605.30"
                                                     ^ error malformed-base/unknown key="x"
                                                         ^^^ warning empty-value/malformed-key key="x"`,
  ],
  [
    `
{ "version": "", "scripts_version": null }
^ information no-hotfix/nothing
             ^^ warning empty-value/field key="version"
                                    ^^^^ warning empty-value/field key="scripts_version"`,
  ],
  [
    `
{ "hotfixes": { "202604.01": "v202604.1." } }
                              ^^^^^^^^^^ error empty-patch/no-patch value="v202604.1."`,
  ],
  [
    `
{ "hotfixes": { "202604.01.3": "202604.01.3" } }
                 ^^^^^^^^^^^ error malformed-base/respelled key="202604.01.3" base="202604.01"`,
  ],
  [
    `
{ "hotfixes": { "202604.01": "202604.01.3", "202604.1": "202604.01.3" } }
                                             ^^^^^^^^ error malformed-base/taken key="202604.1" base="202604.01"`,
  ],
  [
    `
{ "hotfixes": { " v202604.1": "202604.01.3", "202604.01 ": "202604.01.2" } }
                 ^^^^^^^^^^ error malformed-base/taken key=" v202604.1" base="202604.01"
                                              ^^^^^^^^^^ error malformed-base/taken key="202604.01 " base="202604.01"`,
  ],
  [
    `
{ "hotfixes": { "": "202604.01.3", "202604.01.x": "202604.01.3", "x202604.01": "202604.01.3" } }
                ^^ error malformed-base/unknown key=""
                                    ^^^^^^^^^^^ error malformed-base/unknown key="202604.01.x"
                                                                  ^^^^^^^^^^ error malformed-base/unknown key="x202604.01"`,
  ],
  [
    `
{ "hotfixes": { "202604.01": "v202604.1.03" } }
                              ^^^^^^^^^^^^ error malformed-version/respelled value="v202604.1.03" version="202604.01.3" pattern="v202604.1.03*"`,
  ],
  [
    `
{ "hotfixes": { "202604.01": "202604.01.3.1" } }
                              ^^^^^^^^^^^^^ error malformed-version/incomparable value="202604.01.3.1" base="202604.01" pattern="202604.01.3.1*"`,
  ],
  [
    `
{ "hotfixes": { "202604.01": "202604.30.3-rc" } }
                              ^^^^^^^^^^^^^^ error malformed-version/other-base value="202604.30.3-rc" base="202604.01" pattern="202604.30.3-rc*"`,
  ],
  [
    `
{ "hotfixes": { "202604.01": "202605.01.3-rc" } }
                              ^^^^^^^^^^^^^^ error malformed-version/other-base value="202605.01.3-rc" base="202604.01" pattern="202605.01.3-rc*"`,
  ],
  [
    `
{ "hotfixes": { "202604.01": "202604.01.0-rc" } }
                              ^^^^^^^^^^^^^^ error malformed-version/patch-zero value="202604.01.0-rc" base="202604.01" pattern="202604.01.0-rc*"`,
  ],
  [
    `
{ "hotfixes": { "202604.01": "202604.1.3-rc" } }
                              ^^^^^^^^^^^^^ error malformed-version/unpackaged value="202604.1.3-rc" base="202604.01" pattern="202604.1.3-rc*"`,
  ],
  [
    `
{ "hotfixes": { "202604.01": "202604.1.00" } }
                              ^^^^^^^^^^^ error malformed-version/misspelled value="202604.1.00" version="202604.01.0" pattern="202604.1.00*"
                                       ^^ warning never-upgrades/patch-zero value="202604.1.00"`,
  ],
  [
    `
{ "hotfixes": { "202604.01": "202605.1.03" } }
                              ^^^^^^^^ error base-mismatch/mismatch value="202605.1.03" actual="202605.01" base="202604.01"
                 --------- key base="202604.01"
                              ^^^^^^^^^^^ error malformed-version/misspelled value="202605.1.03" version="202605.01.3" pattern="202605.1.03*"`,
  ],
  [
    `
{ "version": "202604.01.3+x" }
              ^^^^^^^^^^^^^ error malformed-version/unpackaged value="202604.01.3+x" base="" pattern="202604.01.3+x*"`,
  ],
  [
    `
{ "version": "202604.01.18446744073709551615" }`,
  ],
  [
    `
{ "version": "202604.01.18446744073709551616" }
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error malformed-version/incomparable value="202604.01.18446744073709551616" base="" pattern="202604.01.18446744073709551616*"`,
  ],
  [
    `
{ "version": "202604.01.3-01" }
              ^^^^^^^^^^^^^^ error malformed-version/incomparable value="202604.01.3-01" base="" pattern="202604.01.3-01*"`,
  ],
  [
    `
{ "version": "202604.01.3-01a" }
              ^^^^^^^^^^^^^^^ error malformed-version/unpackaged value="202604.01.3-01a" base="" pattern="202604.01.3-01a*"`,
  ],
  [
    `
{ "version": "202604.01.3-a01" }
              ^^^^^^^^^^^^^^^ error malformed-version/unpackaged value="202604.01.3-a01" base="" pattern="202604.01.3-a01*"`,
  ],
  [
    `
{ "version": "202604.01.3-x.012" }
              ^^^^^^^^^^^^^^^^^ error malformed-version/incomparable value="202604.01.3-x.012" base="" pattern="202604.01.3-x.012*"`,
  ],
  [
    `
{ "version": "202604.100.3" }
              ^^^^^^^^^^^^ error malformed-version/unpackaged value="202604.100.3" base="" pattern="202604.100.3*"`,
  ],
  [
    `
{ "hotfixes": { "202604.01": " v202604.01.0" } }
                              ^ warning surrounding-whitespace/untrimmed value=" v202604.01.0"
                               ^^^^^^^^^^^^ error malformed-version/misspelled value="v202604.01.0" version="202604.01.0" pattern="v202604.01.0*"
                                          ^ warning never-upgrades/patch-zero value="v202604.01.0"`,
  ],
  [
    `
{ "hotfixes": {}, "hotfixes": {} }
^ information no-hotfix/nothing
                   ^^^^^^^^ warning duplicate-key/merged key="hotfixes" (json,jsonc)
   -------- previous`,
  ],
  [
    `
 null 
 ^^^^ information no-hotfix/nothing`,
  ],
  [
    `

| information no-hotfix/nothing`,
  ],
  [
    `
 
^ information no-hotfix/nothing
`,
  ],
  [
    `
 {}
 ^ information no-hotfix/nothing`,
  ],
  [
    `
{ "hotfixes": {}, "version": " ", "scripts_version": "202604.01.3" }
                             ^^^ warning empty-value/field key="version"`,
  ],
  [
    `
{ "hotfixes": {}, "version": "202604.01.3" }`,
  ],
  [
    `
{ "hotfixes": { "202604.01": "202604.01.3" }, "hotfixes": null }
^ information no-hotfix/nothing
   ^^^^^^^^ warning duplicate-key/ignored key="hotfixes" faded (json,jsonc)
                                               -------- used`,
  ],
  [
    `
{ "HOTFIXES": { "202604.01": "202604.01.3" }, "Scripts_Version": "202604.01.3" }
   ^^^^^^^^ warning property-case/other-case key="HOTFIXES" name="hotfixes"
                                               ^^^^^^^^^^^^^^^ warning property-case/other-case key="Scripts_Version" name="scripts_version"`,
  ],
  [
    `
{ "hotfixes": {}, "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" } }
                  ^^^^^^^^^^^^^^^^^^^^^^^^ warning shadowed-version/shadowed value="202604.01.3" faded
                                            ---------- map
                                             ^^^^^^^^ warning duplicate-key/merged key="hotfixes" (json,jsonc)
   -------- previous`,
  ],
  [
    `
{ "version": "", "hotfixes": { "202605.30": "202605.30.1" } }
             ^^ warning empty-value/field key="version"`,
  ],
  [
    `
{ "hotfixes": { "202604.01": "\\t202604.01.3\\u0020", "202605.30": "  " } }
                              ^^^^^^^^^^^^^^^^^^^ warning surrounding-whitespace/untrimmed value="\\t202604.01.3 "
                                                                 ^^^^ warning empty-value/entry key="202605.30"`,
  ],
  [
    `
{ "hotfi": {}, "ver": "202604.01.3", "$schema": "x", "script_versions": "202604.01.3", "": 1 }
^ information no-hotfix/nothing
   ^^^^^ warning unknown-property/unknown key="hotfi"
                ^^^ warning unknown-property/unknown key="ver"
                                                      ^^^^^^^^^^^^^^^ warning unknown-property/near-miss key="script_versions" name="scripts_version"
                                                                                       ^^ warning unknown-property/unknown key=""`,
  ],
  [
    `
{ "hotfixes": { "202605.30": "202605.30.1", "202606.30": "202606.30.1", "202604.01": "202604.01.3", "202603.01": "202603.01.2" } }
                                                                         ^^^^^^^^^ hint unsorted-entries/out-of-order key="202604.01" previous="202606.30"
                                             --------- previous`,
  ],
  [
    `
{ "hotfixes": { "20260\\u0034.01": "202604.\\u00301.0" } }
                                                  ^ warning never-upgrades/patch-zero value="202604.01.0"`,
  ],
];

it.each(cases)('a config has all its findings: %s', (marked, surroundings) => {
  expect(markedFindings(withoutMarks(marked), surroundings)).toBe(marked);
});
