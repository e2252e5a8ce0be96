// Plain JavaScript, because the GitHub action uses it without a build.

/** AgentBaker builds only files at this path into its images. */
const readByNodes = /(?:^|\/)parts\/linux\/cloud-init\/artifacts\/[^/]+$/;
/** Files of tests and documentation never reach nodes. */
const fixtures =
  /(?:^|\/)(?:__)?(?:tests?|testdata|fixtures?|testing|specs?|examples?|docs?|mocks?)(?:__)?\//i;

/** Nodes look a file up by its name, so a moved file must keep its base name and stay where nodes read it. */
export function canMove(old, now) {
  if (baseName(old) !== baseName(now)) return false;
  if (readByNodes.test(old) && !readByNodes.test(now)) return false;
  return fixtures.test(old) || !fixtures.test(now);
}

export function baseName(name) {
  return name.slice(name.lastIndexOf('/') + 1);
}
