import door from "./en/door.json";

export default { door };
