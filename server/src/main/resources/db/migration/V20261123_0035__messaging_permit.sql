-- Rises, under the head's lock, with every change of who may write: members, their roles, dissolved, closed. Whoever learned under the
-- lock that somebody may write knows it as long as the number is the same. docs/decisions/0004.
alter table messaging_head add column permit bigint not null default 1;

-- As before, but members and conversations are looked up only where p_permit differs from the head's number.
-- Per conversation: p_head (ascending, no repeats), p_org, p_permit (0: nothing is known), p_count. Per draft: p_group (place in
-- p_head), p_step (1, 2, … within it), sender, key, kind, digest, body. Answers, for each conversation, the numbers before the
-- first draft and the permit; or no row.
drop function messaging_append_plain;
create function messaging_append_plain(
    p_head bigint[], p_org bigint[], p_permit bigint[], p_count integer[], p_group integer[], p_step integer[],
    p_sender bigint[], p_key text[], p_kind text[], p_digest bytea[], p_body text[], p_at bigint)
returns table (outbox_id bigint, seqs bigint[], message_nos bigint[], permits bigint[])
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
declare
    v_at   timestamptz := timestamptz 'epoch' + p_at * interval '1 millisecond';
    v_rows bigint;
begin
    with moved as (
        update messaging_head h
        set seq = h.seq + p_count[k], message_no = h.message_no + p_count[k], moved_xid = pg_current_xact_id(), moved_at = v_at
        from generate_series(1, cardinality(p_head)) k
        where h.conversation_id between p_head[k] and p_head[k] and h.org_id = p_org[k]
        returning k, h.seq - p_count[k] as seq, h.message_no - p_count[k] as no, h.permit
    )
    select array_agg(m.seq order by m.k), array_agg(m.no order by m.k), array_agg(m.permit order by m.k), count(*)
    into seqs, message_nos, permits, v_rows
    from moved m;
    if v_rows < cardinality(p_head) then
        raise exception using errcode = 'QA001';
    end if;

    if permits <> p_permit then
        perform i
        from generate_series(1, cardinality(p_group)) i
        where permits[p_group[i]] <> p_permit[p_group[i]]
          and ((select m.principal_id
                from messaging_member m
                where m.conversation_id = p_head[p_group[i]] and m.principal_id = p_sender[i] and m.left_at is null) is null
            or (select c.id
                from messaging_conversation c
                where c.id = p_head[p_group[i]] and c.dissolved_at is null and not c.closed) is null)
        limit 1;
        if found then
            raise exception using errcode = 'QA001';
        end if;
    end if;

    insert into messaging_entry (conversation_id, seq, org_id, message_no, sender_id, created_at, kind, client_key, digest, body)
    select p_head[p_group[i]], seqs[p_group[i]] + p_step[i], p_org[p_group[i]], message_nos[p_group[i]] + p_step[i], p_sender[i],
           v_at, p_kind[i], p_key[i], p_digest[i], p_body[i]
    from generate_series(1, cardinality(p_group)) i;

    insert into messaging_outbox (conversations, seqs, counts)
    select p_head, array_agg(s + 1), p_count from unnest(seqs) s
    returning id into outbox_id;
    return next;
exception
    when sqlstate 'QA001' or unique_violation then
        return;
end
$$;
