// @ts-check
// What somebody chose to keep on this device: one record in IndexedDB for each thing. Nothing here decides to keep
// something; a promise that resolves says that it is written, one that rejects that it is not.

const DATABASE = "kring";
const STORE = "kept";
const SCHEMA = 1;
/** All paths of an origin share its storage: the site is part of the name of a record. */
export const SITE = new URL("../../", import.meta.url).pathname;
/** One channel for the whole tab: what it sends, it does not hear itself. */
const channel = new BroadcastChannel(DATABASE);

/**
 * What a record is about, from large to small: the programme first.
 * @typedef {readonly string[]} Path
 * @typedef {{key: string[], value: string, schema: number, revision: number, time: number}} Kept
 */

/**
 * Return what is kept, if anything is.
 * @param {Path} path
 * @returns {Promise<Kept | undefined>}
 */
export async function read(path) {
  return inStore("readonly", (store, give) => {
    found(store, path, give);
  });
}

/**
 * Keep a value; `seen` is the revision that it replaces, 0 for none. Where the device holds another one by now, that
 * one stays, and the answer is undefined.
 * @param {Path} path
 * @param {string} value
 * @param {number} seen
 * @returns {Promise<Kept | undefined>}
 */
export async function keep(path, value, seen) {
  /** @type {Kept | undefined} */
  const kept = await inStore("readwrite", (store, give) => {
    found(store, path, (current) => {
      if ((current?.revision ?? 0) !== seen) return;
      const record = { key: key(path), value, schema: SCHEMA, revision: seen + 1, time: Date.now() };
      store.put(record);
      give(record);
    });
  });
  if (kept) tell(path);
  return kept;
}

/**
 * Take away what is kept.
 * @param {Path} path
 */
export async function forget(path) {
  await inStore("readwrite", (store) => {
    store.delete(key(path));
  });
  tell(path);
}

/**
 * Call `changed` whenever another tab keeps or forgets what is at `path`.
 * @param {Path} path
 * @param {() => void} changed
 */
export function watch(path, changed) {
  channel.addEventListener("message", ({ data }) => {
    if (data === name(path)) changed();
  });
}

/** @param {Path} path */
function tell(path) {
  channel.postMessage(name(path));
}

/** @param {Path} path */
function key(path) {
  return [SITE, ...path];
}

/** @param {Path} path */
function name(path) {
  return JSON.stringify(key(path));
}

/**
 * @param {IDBObjectStore} store
 * @param {Path} path
 * @param {(kept: Kept | undefined) => void} give
 */
function found(store, path, give) {
  const asked = store.get(key(path));
  asked.onsuccess = () => {
    /** @type {Kept | undefined} */
    const kept = asked.result;
    // A later version of the site wrote this: not to be understood here, and not to be overwritten.
    if (kept && kept.schema > SCHEMA) store.transaction.abort();
    else give(kept);
  };
}

/**
 * Do `work` in one transaction; what it gave counts once that is complete.
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore, give: (result: T | undefined) => void) => void} work
 * @returns {Promise<T | undefined>}
 */
async function inStore(mode, work) {
  const database = await opened(mode === "readwrite");
  if (!database) return undefined;
  try {
    return await new Promise((resolve, reject) => {
      /** @type {T | undefined} */
      let result;
      const transaction = database.transaction(STORE, mode, { durability: "strict" });
      transaction.oncomplete = () => resolve(result);
      transaction.onabort = () => reject(transaction.error ?? new Error("The transaction was aborted"));
      work(transaction.objectStore(STORE), (given) => {
        result = given;
      });
    });
  } finally {
    // A connection that stays open would keep a later version of the site from its work.
    database.close();
  }
}

/**
 * Open the database. Where there is none it is made only to keep something: who chose nothing has nothing on the device.
 * @param {boolean} made
 * @returns {Promise<IDBDatabase | undefined>}
 */
function opened(made) {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, SCHEMA);
    asked.onupgradeneeded = () => {
      if (made) asked.result.createObjectStore(STORE, { keyPath: "key" });
      else asked.transaction?.abort();
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => (!made && asked.error?.name === "AbortError" ? resolve(undefined) : reject(asked.error));
    asked.onblocked = () => reject(new Error("Another tab holds an older version"));
  });
}
