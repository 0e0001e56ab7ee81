import { Form, Modal, Select } from "antd";
import { useState } from "react";
import type { Department } from "@/api/types";
import { type DepartmentTree, type Move, mayMove } from "@/lib/department-tree";
import { useText } from "@/lib/i18n";
import { DepartmentSelect } from "@/ui/department-select";

interface Props {
  department: Department;
  tree: DepartmentTree<Department>;
  onMove: (move: Move) => void;
  onClose: () => void;
}

/** The same as dragging, for the keyboard and for long ways. */
export function MoveDepartment({ department, tree, onMove, onClose }: Props) {
  const { t } = useText();
  const [parentId, setParentId] = useState<number | null>(department.parentId);
  const siblings = parentId === null ? [] : tree.childrenOf(parentId).filter((each) => each.id !== department.id);
  const [position, setPosition] = useState(siblings.length);
  const possible = parentId !== null && mayMove(tree, department.id, parentId);
  const places = [
    { value: 0, label: t("admin.departments.moveFirst") },
    ...siblings.slice(0, -1).map((sibling, index) => ({
      value: index + 1,
      label: t("admin.departments.moveBehind", { name: sibling.name }),
    })),
    ...(siblings.length > 0 ? [{ value: siblings.length, label: t("admin.departments.moveLast") }] : []),
  ];
  const choose = (id: number | null) => {
    setParentId(id);
    setPosition(id === null ? 0 : tree.childrenOf(id).filter((each) => each.id !== department.id).length);
  };
  return (
    <Modal
      open
      title={t("admin.departments.moveTitle", { name: department.name })}
      okText={t("admin.departments.moveDo")}
      cancelText={t("form.cancel")}
      okButtonProps={{ disabled: !possible }}
      onOk={() => {
        if (parentId !== null) onMove({ parentId, position });
        onClose();
      }}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t("admin.departments.moveTo")} htmlFor="move-parent">
          <DepartmentSelect id="move-parent" value={parentId} onChange={choose} without={department.id} />
        </Form.Item>
        <Form.Item label={t("admin.departments.moveAfter")} htmlFor="move-place">
          <Select id="move-place" value={position} onChange={setPosition} options={places} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
