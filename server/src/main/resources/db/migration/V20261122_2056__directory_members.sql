-- Searching goes through naming_key; lists are ordered by sort_key, the pinyin of the name.
alter table directory_member drop column search_text;
alter table directory_member add column sort_key text collate "C" not null default '';
create index directory_member_list_idx on directory_member (org_id, sort_key, principal_id);
create index directory_member_left_idx on directory_member (org_id, phone, email) where state = 'LEFT';

-- Named groups of members; approvals and reports address them. group_name only sorts them on the screen.
create table directory_role (
    id         bigint generated always as identity primary key,
    org_id     bigint      not null references org (id),
    name       text        not null check (char_length(name) between 1 and 64),
    group_name text        not null default '' check (char_length(group_name) <= 64),
    created_at timestamptz not null,
    unique (org_id, id)
);
create unique index directory_role_name_idx on directory_role (org_id, group_name, name);

create table directory_role_member (
    org_id       bigint not null,
    role_id      bigint not null,
    principal_id bigint not null,
    primary key (org_id, role_id, principal_id),
    foreign key (org_id, role_id) references directory_role (org_id, id),
    foreign key (org_id, principal_id) references directory_member (org_id, principal_id)
);
create index directory_role_member_principal_idx on directory_role_member (org_id, principal_id);

-- The departments (with everything below) a sub-administrator manages.
create table directory_admin_scope (
    org_id        bigint not null,
    principal_id  bigint not null,
    department_id bigint not null,
    primary key (org_id, principal_id, department_id),
    foreign key (org_id, principal_id) references directory_member (org_id, principal_id),
    foreign key (org_id, department_id) references directory_department (org_id, id) on delete cascade
);
create index directory_admin_scope_department_idx on directory_admin_scope (org_id, department_id);
create index directory_department_parent_idx on directory_department (org_id, parent_id);
create index directory_department_head_idx on directory_department (org_id, head_id) where head_id is not null;
