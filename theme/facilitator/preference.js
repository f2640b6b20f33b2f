// @ts-check
// What a professional prefers, kept in this browser: a number or a time of day, and nothing about a person.

/**
 * One preference under a name of its own. A browser that keeps nothing (storage refused or full) forgets it at the
 * next page; then `keep` says so.
 * @param {string} name
 */
export function preference(name) {
  const key = `kring:${name}`;
  return {
    /** @returns {string | null} */
    kept() {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    /**
     * Keep a value, or forget it where it is null. Tells whether the browser did.
     * @param {string | null} value
     */
    keep(value) {
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
        return true;
      } catch {
        return false;
      }
    },
    /**
     * Call `tell` when the preference may have changed elsewhere: in another tab, or before coming back to this page.
     * @param {() => void} tell
     */
    whenChanged(tell) {
      addEventListener("storage", (event) => {
        if (event.key === key) tell();
      });
      addEventListener("pageshow", (event) => {
        if (event.persisted) tell();
      });
    },
  };
}
