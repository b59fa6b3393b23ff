/* What is read needs no script; this opens sockets and sends messages. */
const LINES_MAX = 200;

function show(trial, kind, text) {
  const line = document.createElement("li");
  line.className = kind;
  line.textContent = text;
  const log = trial.querySelector(".log");
  log.append(line);
  while (log.childElementCount > LINES_MAX) log.firstElementChild.remove();
  log.scrollTop = log.scrollHeight;
}

function say(trial, text, socket) {
  const state = trial.querySelector(".state");
  state.textContent = text;
  state.classList.toggle("open", socket?.readyState === WebSocket.OPEN);
  trial.querySelector("[data-do=open]").textContent = socket ? "Close" : "Connect";
  trial.querySelector("[data-do=send]").disabled = socket?.readyState !== WebSocket.OPEN;
}

/* Bytes as the text that they are, or else as hexadecimal digits. */
function shown(data) {
  if (typeof data === "string") return data;
  const bytes = new Uint8Array(data);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join(" ");
  }
}

/* The app may be under a prefix that only a proxy knows; this page is two names below it. */
function address(target) {
  const url = new URL("../" + target.replace(/^\/+/, ""), location.href);
  url.protocol = url.protocol.replace("http", "ws");
  url.hash = "";
  return url;
}

for (const trial of document.querySelectorAll(".trial")) {
  let socket = null;
  const [target, text] = [trial.querySelector("input"), trial.querySelector("textarea")];

  const ended = (event) => {
    socket = null;
    const reason = event.reason ? ": " + event.reason : "";
    say(trial, `Closed with ${event.code}${reason}`, socket);
  };

  const open = () => {
    if (socket) return socket.close(1000);
    try {
      socket = new WebSocket(address(target.value));
    } catch (error) {
      return say(trial, error.message, null);
    }
    socket.binaryType = "arraybuffer";
    socket.onopen = () => say(trial, "Connected", socket);
    socket.onmessage = (event) => show(trial, "heard", shown(event.data));
    socket.onclose = ended;
    say(trial, "Connecting", socket);
  };

  const send = () => {
    if (socket?.readyState !== WebSocket.OPEN) return;
    socket.send(trial.dataset.bytes === "true" ? new TextEncoder().encode(text.value) : text.value);
    show(trial, "sent", text.value);
  };

  trial.querySelector("[data-do=open]").onclick = open;
  trial.querySelector("[data-do=send]").onclick = send;
  target.onkeydown = (event) => event.key === "Enter" && open();
  text.onkeydown = (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && send();
  for (const pick of trial.querySelectorAll("[data-example]")) {
    pick.onclick = () => (text.value = pick.dataset.example);
  }
  trial.hidden = false;
}
