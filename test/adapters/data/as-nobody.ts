// What happens to a user who may not do everything. The tests may run as root, whom no permission stops.

/** User id of `nobody` on Linux. */
const nobody = 65_534;

export async function asNobody<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
