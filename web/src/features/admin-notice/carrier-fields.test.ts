import { expect, it } from "vitest";
import { applies, fieldsOf, refusedField, settingsOf, valuesOf } from "./carrier-fields";

it("sends only what was filled in, nested as the server reads it", () => {
  const values = { host: "gw.example.com", port: null, fromName: " ", "rtpPorts.from": 20_000, "rtpPorts.to": 20_100 };
  expect(settingsOf("SIP", values)).toEqual({
    host: "gw.example.com",
    password: "",
    rtpPorts: { from: 20_000, to: 20_100 },
  });
});

it("leaves an unchanged password alone, and takes it away with its user name", () => {
  expect(settingsOf("SMTP", { host: "h", username: "robot" })).toEqual({ host: "h", username: "robot" });
  expect(settingsOf("SMTP", { host: "h", username: "robot", password: "new" }).password).toBe("new");
  expect(settingsOf("SMTP", { host: "h", username: "" }).password).toBe("");
  expect(settingsOf("HTTP_SMS", { "auth.type": "NONE", "auth.secret": "x" }).auth).toEqual({
    type: "NONE",
    secret: "",
  });
});

it("takes a part away as a whole when its first field is emptied", () => {
  const mailbox = { "mailbox.host": "imap.example.com", "mailbox.security": "TLS", "mailbox.username": "back" };
  expect(settingsOf("SMTP", { host: "h", ...mailbox }).mailbox).toEqual({
    host: "imap.example.com",
    security: "TLS",
    username: "back",
  });
  expect(settingsOf("SMTP", { host: "h", ...mailbox, "mailbox.host": "" }).mailbox).toBeUndefined();
  expect(refusedField("SMTP", "mailbox.password")?.rare).toBe(true);
});

it("shows what is set, never a secret, and sends the same back", () => {
  const settings = {
    url: "https://gw.example.com/send",
    method: "POST",
    headers: { "X-App": "qiao" },
    body: "{}",
    auth: { type: "BASIC", user: "u", secret: null },
    errors: { "30": "LATER" },
    callback: { receipt: { reference: "/id", state: "/s", delivered: ["OK"], failed: { "*": "NOT_DELIVERED" } } },
  };
  const values = valuesOf("HTTP_SMS", settings);
  expect(values).not.toHaveProperty("auth.secret");
  expect(values.headers).toEqual([{ name: "X-App", value: "qiao" }]);
  expect(settingsOf("HTTP_SMS", values)).toEqual({ ...settings, auth: { type: "BASIC", user: "u" } });
});

it("begins a new gateway with a body that names number and text", () => {
  const body = String(valuesOf("HTTP_SMS", null).body);
  expect(() => JSON.parse(body)).not.toThrow();
  expect(body).toContain("{{phone}}");
  expect(body).toContain("{{text}}");
});

it("finds the field of a refusal, also when it names a part or less", () => {
  expect(refusedField("SMTP", "from")?.path).toBe("from");
  expect(refusedField("HTTP_SMS", "auth.secret")?.path).toBe("auth.secret");
  expect(refusedField("SIP", "rtpPorts")?.path).toBe("rtpPorts.from");
  expect(refusedField("HTTP_SMS", "success")?.path).toBe("success.pointer");
  expect(refusedField("SMTP", "settings")).toBeUndefined();
});

it("asks for nothing that has no meaning beside the rest", () => {
  const shown = (values: Record<string, unknown>) =>
    fieldsOf("HTTP_SMS")
      .filter((field) => applies(field, values))
      .map(({ path }) => path);
  expect(shown({ method: "GET", "auth.type": "BEARER" })).not.toContain("body");
  expect(shown({ method: "POST", "auth.type": "BEARER" })).not.toContain("auth.user");
  expect(settingsOf("HTTP_SMS", { method: "GET", body: "{}" })).not.toHaveProperty("body");
});

it("names no field twice", () => {
  for (const kind of ["SMTP", "SMPP", "HTTP_SMS", "SIP"] as const) {
    const paths = fieldsOf(kind).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  }
});
