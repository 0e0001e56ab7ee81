import guard from "./en/guard.json";

/** Words of sensitive words, alerts and archived chats: brought by their page. */
export default { guard };
