import door from "./zh/door.json";

export default { door };
