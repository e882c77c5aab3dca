// Lets the browser ask a security key and sends the key's answer with the form.
"use strict";

const WORDS = {
  absent: "This browser cannot use security keys at this address. Open the office over https, or with another browser.",
  NotAllowedError: "The key was not used in time, or the question was closed. Press the button to try again.",
  InvalidStateError: "This key is known already. Use another one.",
};

function fromText(text) {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function toText(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function withBytes(options) {
  options.challenge = fromText(options.challenge);
  if (options.user) options.user.id = fromText(options.user.id);
  for (const list of [options.allowCredentials, options.excludeCredentials]) {
    for (const key of list || []) key.id = fromText(key.id);
  }
  return options;
}

function answerOf(credential) {
  const said = credential.response;
  const response = { clientDataJSON: toText(said.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (said[part]) response[part] = toText(said[part]);
  }
  return JSON.stringify({ id: credential.id, rawId: toText(credential.rawId), type: credential.type, response });
}

async function askKey(form) {
  const options = { publicKey: withBytes(JSON.parse(form.dataset.options)) };
  const credential = await navigator.credentials[form.dataset.key](options);
  form.elements.answer.value = answerOf(credential);
  form.submit();
}

for (const form of document.querySelectorAll("form[data-key]")) {
  const trouble = form.querySelector("[data-key-trouble]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    trouble.hidden = true;
    if (!window.PublicKeyCredential) {
      trouble.textContent = WORDS.absent;
      trouble.hidden = false;
      return;
    }
    askKey(form).catch((error) => {
      trouble.textContent = WORDS[error.name] || WORDS.NotAllowedError;
      trouble.hidden = false;
    });
  });
}
