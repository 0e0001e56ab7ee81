-- A customer may complain about a group, too: then it is about whoever owns it, and there is no relation.
alter table visit_report
    alter column relation_id drop not null,
    add column group_title text check (char_length(group_title) <= 60);
