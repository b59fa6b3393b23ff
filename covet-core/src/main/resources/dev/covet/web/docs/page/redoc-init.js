const wish = matchMedia("(prefers-color-scheme: dark)");
const sans = "system-ui, sans-serif";
const fonts = { fontFamily: sans, headings: { fontFamily: sans, fontWeight: "600" } };
const light = { typography: fonts };
const dark = {
  colors: {
    primary: { main: "#8ab4ff" },
    success: { main: "#7bd88f" },
    warning: { main: "#f0c05a" },
    error: { main: "#ff8f8a" },
    text: { primary: "#e4e6e6", secondary: "#b4babd" },
    gray: { 50: "#23282b", 100: "#2a3034" },
    border: { dark: "rgba(255, 255, 255, 0.16)", light: "#3a4145" },
    responses: { info: { color: "#9ad4ee" } },
  },
  schema: { linesColor: "#6d7f9e", nestedBackground: "#23282b", typeNameColor: "#b4babd" },
  typography: {
    ...fonts,
    code: { color: "#ffb3ae", backgroundColor: "rgba(255, 255, 255, 0.08)" },
    links: { color: "#8ab4ff", visited: "#8ab4ff", hover: "#b3cdff" },
  },
  sidebar: { backgroundColor: "#16191b", textColor: "#d4d8da", activeTextColor: "#8ab4ff" },
  rightPanel: {
    backgroundColor: "#121516",
    servers: { overlay: { backgroundColor: "#23282b", textColor: "#e4e6e6" }, url: { backgroundColor: "#16191b" } },
  },
  codeBlock: { backgroundColor: "#1c2022" },
  fab: { backgroundColor: "#2a3034", color: "#8ab4ff" },
};
/* ReDoc makes its styles once, from its theme. */
wish.addEventListener("change", () => location.reload());
Redoc.init("openapi.json", { sanitize: true, theme: wish.matches ? dark : light }, document.getElementById("page"));
