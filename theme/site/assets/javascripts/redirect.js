// Leads from a former address to the present one and keeps what stands behind the #, which a refresh would lose.
const target = document.querySelector('link[rel="canonical"]');
if (target instanceof HTMLLinkElement) {
  location.replace(target.href + location.hash);
}
