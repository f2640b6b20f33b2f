// @ts-check
/**
 * The listening end of the preview: reloads this page when it has changed, and shows what is wrong with the
 * content on top of the last good page. The preview server puts it into pages; no site has it.
 *
 * @typedef {{place: string, editor: string, severity: string, name: string, message: string, hint: string, excerpt: string}} Finding
 * @typedef {{type: "findings", title: string, about: string, hide: string, show: string, gone: string, errors: number, findings: Finding[]}} Findings
 */
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const scrolled = `kring-scrolled:${location.pathname}`;

  const host = document.createElement("kring-preview");
  const root = host.attachShadow({ mode: "open" });
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("live.css", script.src).href;
  const panel = document.createElement("aside");
  root.append(style, panel);

  /** @type {Findings | undefined} */
  let latest;
  let hidden = false;

  restore();
  listen();

  /** Goes on listening for as long as the page is open; the browser reconnects by itself. */
  function listen() {
    const asked = new URLSearchParams({ page: decodeURIComponent(location.pathname), stamp: script.dataset.stamp ?? "" });
    const news = new EventSource(`${new URL("events", script.src)}?${asked}`);
    news.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === "reload") {
        sessionStorage.setItem(scrolled, JSON.stringify({ left: scrollX, top: scrollY }));
        news.close();
        location.reload();
        return;
      }
      latest = message;
      hidden = message.errors === 0;
      show();
    };
    news.onerror = () => {
      if (latest) panel.replaceChildren(element("p", "gone", latest.gone));
      panel.className = "note";
      document.body.append(host);
    };
    news.onopen = show;
    // A page in the browser's cache of pages would hold a connection open for nothing.
    addEventListener("pagehide", () => news.close());
  }

  /** Puts the reader back where they were before a reload. */
  function restore() {
    const kept = sessionStorage.getItem(scrolled);
    if (!kept) return;
    sessionStorage.removeItem(scrolled);
    history.scrollRestoration = "manual";
    const { left, top } = JSON.parse(kept);
    addEventListener("load", () => scrollTo({ left, top, behavior: "instant" }));
  }

  /** Shows the findings that there are: errors spread out, warnings alone as a button. */
  function show() {
    if (!latest || latest.findings.length === 0) {
      host.remove();
      return;
    }
    const { title, about, findings, errors } = latest;
    const toggle = element("button", "toggle", hidden ? latest.show : latest.hide);
    toggle.setAttribute("aria-expanded", String(!hidden));
    toggle.addEventListener("click", () => {
      hidden = !hidden;
      show();
      /** @type {HTMLElement | null} */ (panel.querySelector(".toggle"))?.focus();
    });
    const heading = element("h2", "", title);
    panel.className = hidden ? "note" : "spread";
    panel.setAttribute("aria-label", title);
    panel.replaceChildren(heading, toggle);
    if (!hidden) {
      if (errors > 0) panel.append(element("p", "about", about));
      const list = document.createElement("ol");
      list.append(...findings.map(item));
      panel.append(list);
    }
    document.body.append(host);
  }

  /** @param {Finding} finding */
  function item(finding) {
    const line = element("li", finding.severity, "");
    const place = document.createElement("a");
    place.href = finding.editor;
    place.textContent = finding.place;
    const head = element("p", "place", "");
    head.append(element("strong", "", finding.name));
    if (finding.place) head.append(" ", place);
    line.append(head, element("p", "message", finding.message));
    if (finding.excerpt) line.append(element("pre", "", finding.excerpt));
    line.append(element("p", "hint", finding.hint));
    return line;
  }

  /**
   * @param {string} name
   * @param {string} className
   * @param {string} text
   */
  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }
})();
