/* The style of Swagger UI has a dark half, which this class turns on. */
const wish = matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.classList.toggle("dark-mode", wish.matches);
wish.addEventListener("change", follow);
follow();
SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#page",
  deepLinking: true,
  layout: "BaseLayout",
  oauth2RedirectUrl: new URL("docs/oauth2-redirect.html", location.href).href,
  persistAuthorization: false,
  presets: [SwaggerUIBundle.presets.apis],
  queryConfigEnabled: false,
  validatorUrl: null,
  /* No script may send a Cookie header; the browser sends what the page has for its own host. */
  requestInterceptor(request) {
    const pairs = (request.headers?.Cookie ?? "").split("; ").filter(Boolean);
    pairs.forEach((pair) => (document.cookie = `${pair}; path=/; SameSite=Strict`));
    return request;
  },
  /* With a mapping the page proposes bodies without the property that tells shapes apart. */
  responseInterceptor(response) {
    if (response.url === new URL("openapi.json", location.href).href) {
      const document = JSON.parse(response.text);
      Object.values(document.components?.schemas ?? {}).forEach((schema) => delete schema.discriminator?.mapping);
      response.text = JSON.stringify(document);
    }
    return response;
  },
});
