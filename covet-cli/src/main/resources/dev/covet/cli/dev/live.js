// Loads the page again as soon as another version of the program is there. A page that nobody looks at asks for nothing:
// browsers have few connections to a host, and pages in other tabs need them.
(() => {
  const seen = new URL(document.currentScript.src).searchParams.get("seen");
  let asking;
  const pause = () => new Promise((done) => setTimeout(done, 300));
  const isLater = async (signal) => {
    const answer = await fetch("/.covet/live?seen=" + seen, { cache: "no-store", signal });
    if (!answer.ok) throw new Error("not there");
    return String((await answer.json()).version) !== seen;
  };
  const watch = async () => {
    const mine = (asking = new AbortController());
    while (!mine.signal.aborted) {
      try {
        if (await isLater(mine.signal)) return location.reload();
      } catch {
        await pause();
      }
    }
  };
  const look = () => {
    asking?.abort();
    if (!document.hidden) watch();
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", () => asking?.abort());
  addEventListener("pageshow", (event) => event.persisted && look());
  look();
})();
