/*
 * A button on any page that opens the chat with your company:
 *   <script src="https://YOUR-QIAO/widget.js" data-code="CODE" async></script>
 * Optional: data-label (text of the button), data-side ("left"), data-colour ("#0E7C7B"), data-state (where the visitor comes from).
 * Who is signed in to your site, its server may say with a JWT: QiaoWidget.identify(jwt), or data-identity on the tag.
 * The page must be one of the company's allowed sites, else the browser refuses the frame.
 */
(() => {
  const tag = document.currentScript;
  const code = tag?.dataset.code;
  if (!tag || !code || window.QiaoWidget) return;
  const origin = new URL(tag.src, location.href).origin;
  const zh = navigator.language.toLowerCase().startsWith("zh");
  const label = tag.dataset.label || (zh ? "联系我们" : "Chat with us");
  const closeLabel = zh ? "关闭聊天" : "Close the chat";
  const unreadLabel = (count) => (zh ? `${label}，${count} 条新消息` : `${label}, ${count} new`);
  let identity = tag.dataset.identity || null;
  let frame = null;
  let open = false;
  let unread = 0;

  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `
    :host { all: initial; }
    button { position: fixed; z-index: 2147483001; bottom: 20px; SIDE: 20px; display: flex; gap: 8px; align-items: center;
      min-height: 52px; max-width: calc(100vw - 40px); padding: 0 20px; border: 0; border-radius: 26px; background: COLOUR; color: #fff;
      box-shadow: 0 6px 24px rgba(16, 32, 36, .24); font: 500 16px/1.2 system-ui, sans-serif; cursor: pointer; }
    button:focus-visible { outline: 3px solid COLOUR; outline-offset: 3px; }
    b { min-width: 20px; padding: 0 6px; border-radius: 10px; background: #d9363e; font: 500 12px/20px system-ui, sans-serif; }
    b[hidden] { display: none; }
    iframe { position: fixed; z-index: 2147483000; bottom: 88px; SIDE: 20px; width: 380px; max-width: calc(100vw - 40px); height: 640px;
      max-height: calc(100vh - 108px); border: 0; border-radius: 12px; background: #f5f7f8; box-shadow: 0 8px 32px rgba(16, 32, 36, .28); }
    iframe[hidden] { display: none; }
    @media (max-width: 480px) {
      iframe { inset: 0 0 auto; width: 100vw; max-width: none; height: calc(100vh - 76px); height: calc(100dvh - 76px); max-height: none;
        border-radius: 0; }
      button { bottom: 12px; }
    }`
      .replaceAll("SIDE", tag.dataset.side === "left" ? "left" : "right")
      .replaceAll("COLOUR", /^#[0-9a-f]{6}$/i.test(tag.dataset.colour || "") ? tag.dataset.colour : "#0e7c7b"),
  );
  root.adoptedStyleSheets = [sheet];

  const button = document.createElement("button");
  button.type = "button";
  const text = document.createElement("span");
  const badge = document.createElement("b");
  badge.hidden = true;
  button.append(text, badge);
  root.append(button);

  /* Only to the chat's own origin: a frame that was led elsewhere hears nothing. */
  const hello = () => frame?.contentWindow?.postMessage({ qiao: "hello", identity: identity ?? undefined }, origin);

  const draw = () => {
    text.textContent = open ? closeLabel : label;
    button.setAttribute("aria-expanded", String(open));
    button.setAttribute("aria-label", open ? closeLabel : unread > 0 ? unreadLabel(unread) : label);
    badge.textContent = unread > 99 ? "99+" : String(unread);
    badge.hidden = open || unread === 0;
    if (frame) frame.hidden = !open;
  };

  const build = () => {
    frame = document.createElement("iframe");
    const address = new URL(`/v/${encodeURIComponent(code)}`, origin);
    address.searchParams.set("embed", "1");
    if (tag.dataset.state) address.searchParams.set("state", tag.dataset.state);
    frame.src = address.href;
    frame.title = label;
    frame.allow = "microphone; clipboard-write";
    frame.referrerPolicy = "strict-origin";
    frame.addEventListener("load", hello);
    root.append(frame);
  };

  const set = (wanted) => {
    open = wanted;
    if (open && !frame) build();
    draw();
    if (open) frame.focus();
    else button.focus();
  };

  button.addEventListener("click", () => set(!open));
  addEventListener("message", (event) => {
    if (event.origin !== origin || !frame || event.source !== frame.contentWindow) return;
    if (event.data?.qiao === "unread" && Number.isInteger(event.data.count)) {
      unread = event.data.count;
      draw();
    } else if (event.data?.qiao === "close" && open) set(false);
  });

  window.QiaoWidget = {
    open: () => set(true),
    close: () => set(false),
    identify: (jwt) => {
      identity = String(jwt);
      hello();
    },
  };
  draw();
  const place = () => document.body.append(host);
  if (document.body) place();
  else addEventListener("DOMContentLoaded", place);
})();
