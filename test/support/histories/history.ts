import { type Random, randomFrom } from '../random-documents.ts';
import { edited, noConfig, pick, type State, startingState } from './state.ts';

export interface Commit {
  readonly id: number;
  readonly parents: readonly Commit[];
  readonly state: State;
  /** How it was made. */
  readonly made: string;
}

/** The history of a repository, and what is compared at its end. */
export interface History {
  readonly seed: number;
  /** Parents come first. */
  readonly commits: readonly Commit[];
  /** The branch that the working tree was made from, and the one that it is compared with. */
  readonly head: Commit;
  readonly base: Commit;
  readonly workTree: State;
}

/** A history with edits, merges, squashes, reverts and branch switches. The same for the same seed. */
export function randomHistory(seed: number): History {
  const random = randomFrom(seed);
  const grown = new Growth(random);
  for (let steps = 4 + random(14); steps > 0; steps--) grown.step();
  const [base, head] = [grown.branches.get('main'), grown.branches.get(grown.current)];
  if (!base || !head) throw new Error('A branch has no commit.');
  // Sometimes with changes that are not committed, sometimes against another branch.
  const workTree = random(3) === 0 ? edited(head.state, random) : head.state;
  const other = random(4) === 0 ? pick([...grown.branches.values()], random) : base;
  return { seed, commits: grown.commits, head, base: other, workTree };
}

class Growth {
  readonly commits: Commit[] = [];
  readonly branches = new Map<string, Commit>();
  current = 'main';

  constructor(private readonly random: Random) {
    const state = random(8) === 0 ? noConfig : startingState(random);
    this.commit('start', [], state);
    this.branch();
  }

  step(): void {
    const often = [this.switch, this.switch, this.switch, this.merge, this.merge, this.merge];
    const rare = [this.branch, this.squash, this.revert, this.cross, ...often];
    (rare[this.random(16)] ?? this.edit).call(this);
  }

  private get tip(): Commit {
    const tip = this.branches.get(this.current);
    if (!tip) throw new Error(`The branch ${this.current} has no commit.`);
    return tip;
  }

  private commit(made: string, parents: readonly Commit[], state: State): void {
    const commit = { id: this.commits.length + 1, parents, state, made };
    this.commits.push(commit);
    this.branches.set(this.current, commit);
  }

  private edit(): void {
    let { state } = this.tip;
    for (let edits = 1 + this.random(2); edits > 0; edits--) state = edited(state, this.random);
    this.commit('edit', [this.tip], state);
  }

  private branch(): void {
    const name = `branch-${this.branches.size}`;
    this.branches.set(name, this.tip);
    this.current = name;
  }

  private switch(): void {
    this.current = pick([...this.branches.keys()], this.random);
  }

  /** Each file is taken from one side, as in a resolved conflict. */
  private merge(): void {
    const { tip } = this;
    // Also a commit inside a branch: then both sides can have several merge bases.
    const candidates = this.random(2) === 0 ? this.commits : [...this.branches.values()];
    const merged = ancestorsOf(tip);
    const others = candidates.filter((commit) => !merged.has(commit));
    if (others.length === 0) return;
    this.mergeWith(pick(others, this.random));
  }

  /** Two branches merge what the other one was: then they have two merge bases. */
  private cross(): void {
    const { tip, current } = this;
    const name = pick([...this.branches.keys()], this.random);
    const other = this.branches.get(name) ?? tip;
    if (ancestorsOf(tip).has(other) || ancestorsOf(other).has(tip)) return;
    this.mergeWith(other);
    this.current = name;
    this.mergeWith(tip);
    this.current = current;
  }

  private mergeWith(other: Commit): void {
    const { tip } = this;
    const config = this.random(2) === 0 ? tip.state : other.state;
    const scripts = this.random(2) === 0 ? tip.state : other.state;
    this.commit('merge', [tip, other], { ...config, scripts: scripts.scripts, accepted: tip.state.accepted });
  }

  /** The content of another branch in one commit that does not name it. */
  private squash(): void {
    const other = pick([...this.branches.values()], this.random);
    this.commit('squash', [this.tip], other.state);
  }

  private revert(): void {
    const [parent] = this.tip.parents;
    if (parent) this.commit('revert', [this.tip], parent.state);
  }
}

/** A commit and all before it. */
export function ancestorsOf(commit: Commit): Set<Commit> {
  const all = new Set([commit]);
  for (const one of all) for (const parent of one.parents) all.add(parent);
  return all;
}

/** The best common ancestors: those that no other one is after. */
export function mergeBases(one: Commit, other: Commit): Commit[] {
  const others = ancestorsOf(other);
  const common = [...ancestorsOf(one)].filter((commit) => others.has(commit));
  return common.filter((commit) =>
    common.every((later) => later === commit || !ancestorsOf(later).has(commit)),
  );
}
