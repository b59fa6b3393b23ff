Redoc.init("openapi.json", { sanitize: true }, document.getElementById("page"));
