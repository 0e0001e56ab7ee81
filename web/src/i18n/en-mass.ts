import mass from "./en/mass.json";

/** Words of mass messages to customers. */
export default { mass };
