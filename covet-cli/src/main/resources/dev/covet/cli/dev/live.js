// Loads the page anew as soon as another version of the program is there.
(() => {
  let seen = new URL(document.currentScript.src).searchParams.get("seen");
  const pause = () => new Promise((done) => setTimeout(done, 300));
  const wait = async () => {
    for (;;) {
      try {
        const answer = await fetch("/.covet/live?seen=" + seen, { cache: "no-store" });
        if (!answer.ok) throw new Error("not there");
        const { version } = await answer.json();
        if (String(version) !== seen) {
          location.reload();
          return;
        }
      } catch {
        await pause();
      }
    }
  };
  wait();
})();
