// What was worked out about an object, remembered for as long as the object lives: an index that lets a passage or a document go
// lets this go too.

/** The same function, which works an object out once. @param workOut must depend on the object alone, which may not change. */
export function rememberObjects<Key extends object, Made extends object>(
  workOut: (key: Key) => Made,
): (key: Key) => Made {
  const known = new WeakMap<Key, Made>();
  return (key) => {
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const made = workOut(key);
    known.set(key, made);
    return made;
  };
}
