/* Follows an import on its page: asks for the page again and puts its part about the job in place, until it ends. */

const PAUSE = 1000;

async function follow() {
  const shown = document.getElementById("job");
  if (!shown || shown.dataset.active !== "yes") return;
  try {
    const answer = await fetch(window.location.href, { headers: { Accept: "text/html" } });
    if (answer.ok) replace(shown, await answer.text());
  } catch {
    // The connection is gone for a moment; the next round asks again.
  }
  window.setTimeout(follow, PAUSE);
}

/* What reads the page aloud hears only what changed: the element that says so stays, its words are replaced. */
function replace(shown, html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("job");
  if (!fresh || fresh.innerHTML === shown.innerHTML) return;
  const [before, now] = [shown, fresh].map((part) => part.querySelector("progress"));
  const said = [shown, fresh].map((part) => [...part.querySelectorAll("[data-live]")]);
  if (before && now && fresh.dataset.active === "yes") {
    before.value = now.value;
    said[0].forEach((line, i) => line.innerHTML !== said[1][i].innerHTML && line.replaceChildren(...said[1][i].childNodes));
  } else {
    shown.replaceChildren(...fresh.childNodes);
    shown.dataset.active = fresh.dataset.active;
  }
}

window.setTimeout(follow, PAUSE);
