-- Customers who are erased: docs/decisions/0028. What they said, and in their threads what was said to them, loses its text; the
-- entries stay, so the log has no hole.
alter table messaging_member
    add column erased_to bigint not null default 0, -- so far his conversation is emptied
    add column erased_at timestamptz;               -- all of it is
create index messaging_member_guest_idx on messaging_member (principal_id, conversation_id) where guest;

-- Whether an upload is named anywhere else. Small: only messages with files have a row in it.
create index messaging_entry_upload_idx on messaging_entry (((body::json -> 'file' ->> 'id')::bigint)) where kind in ('IMAGE', 'FILE');
