// @ts-check
// Shows what only scripts can do, and hides what stands in its place without them.

for (const element of document.querySelectorAll("[data-with-scripts]")) element.removeAttribute("hidden");
for (const element of document.querySelectorAll("[data-without-scripts]")) element.setAttribute("hidden", "");
