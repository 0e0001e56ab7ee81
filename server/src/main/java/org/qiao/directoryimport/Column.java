package org.qiao.directoryimport;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that mean something here, with the headings of the WeCom and DingTalk batch templates and usual English ones. Other
 * columns (性别, 座机, 激活状态, 直属主管 …) are left alone.
 */
enum Column {
    NAME("姓名", "名字", "成员名称", "成员姓名", "员工姓名", "name", "fullname", "membername", "employeename"),
    ACCOUNT("账号", "帐号", "成员账号", "用户id", "员工userid", "员工id", "userid", "account", "username", "login"),
    NUMBER("工号", "员工工号", "员工编号", "number", "staffnumber", "jobnumber", "employeenumber", "employeeid", "staffid"),
    ALIAS("别名", "英文名", "昵称", "花名", "alias", "nickname", "englishname"),
    TITLE("职务", "职位", "岗位", "头衔", "title", "jobtitle", "position", "post"),
    DEPARTMENT("部门", "所属部门", "所在部门", "部门名称", "部门路径", "department", "departments", "departmentpath", "dept"),
    LEADER(
            "部门主管",
            "部门负责人",
            "部门领导",
            "是否部门主管",
            "是否为部门主管",
            "是否此部门主管",
            "是否部门负责人",
            "是否为部门负责人",
            "是否为部门领导",
            "是否部门领导",
            "leader",
            "isleader",
            "departmentleader",
            "isdepartmentleader",
            "manager?"),
    PHONE(
            "手机",
            "手机号",
            "手机号码",
            "移动电话",
            "联系电话",
            "mobile",
            "mobilephone",
            "mobilenumber",
            "phone",
            "phonenumber",
            "cellphone"),
    EMAIL("邮箱", "电子邮箱", "电子邮件", "邮件地址", "email", "emailaddress", "mail", "workemail"),
    OTHER_EMAIL("个人邮箱", "企业邮箱", "personalemail", "businessemail", "corporateemail"),
    WORK_PLACE("地址", "办公地点", "办公地址", "工作地点", "工位", "address", "workplace", "office", "officelocation", "location"),
    DISABLED("禁用状态", "disabled", "disabledstatus");

    private static final Map<String, Column> BY_HEADING = new HashMap<>();

    static {
        for (Column column : values()) {
            column.headings.forEach(heading -> BY_HEADING.put(heading, column));
        }
    }

    private final List<String> headings;

    Column(String... headings) {
        this.headings = List.of(headings);
    }

    /** The name of the property on the wire, for example "work_place". */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Stars, spaces, underscores and remarks in brackets do not matter: "姓名 *", "手机号（必填）" and "Job_Title" are found. */
    static Optional<Column> of(String heading) {
        String plain = Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\(.*?\\)|\\[.*?]", "")
                .replaceAll("[\\s*_:.\u200b\ufeff'-]", "");
        return Optional.ofNullable(BY_HEADING.get(plain));
    }

    /** Headings that only DingTalk's template has: there a path is joined by "-" and departments are separated by commas. */
    static boolean isDingTalk(String heading) {
        String plain = Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s*]", "");
        return plain.equals("员工userid") || plain.startsWith("直属主管") || plain.startsWith("是否此部门主管");
    }
}
