import { expect, it } from "vitest";
import { bodyOf, valuesOf } from "./member-values";

it("drops empty and repeated departments and keeps one main department", () => {
  const body = bodyOf({
    name: " 李雷 ",
    phone: "138 0013 8000",
    places: [{ id: 3, title: " 经理 ", leader: true }, {}, { id: 5 }, { id: 3 }],
    main: 2,
  });

  expect(body.name).toBe("李雷");
  expect(body.email).toBeNull();
  expect(body.departments).toEqual([
    { id: 3, title: "经理", leader: true, main: false },
    { id: 5, title: null, leader: false, main: true },
  ]);
});

it("makes the first department the main one when the main row was emptied", () => {
  const body = bodyOf({ name: "李雷", places: [{ id: 3 }, {}], main: 1 });

  expect(body.departments.map((department) => department.main)).toEqual([true]);
});

it("starts a new member with one empty department", () => {
  expect(valuesOf(null).places).toEqual([{}]);
  expect(bodyOf(valuesOf(null)).departments).toEqual([]);
});
