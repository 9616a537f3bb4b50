-- Who signed, who complained and how to reach them stand in their own rows; the trail, which auditors read and export and
-- which nobody can correct later, tells that they changed and not what they are.
create or replace function trail_change() returns trigger language plpgsql as $$
declare
    unkept constant text[] := array['password_hash', 'content', 'response',
        'patient_name', 'signer_name', 'complainant', 'contact'];
    was jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end - unkept;
    is_now jsonb := case when tg_op = 'DELETE' then '{}'::jsonb else to_jsonb(new) end - unkept;
    whole jsonb := was || is_now;
begin
    insert into trail_waiting (at, who, address, door, deed, subjects, before, after, why)
    select clock_timestamp(),
           current_setting('yibaoban.who'), current_setting('yibaoban.address'), current_setting('yibaoban.door'),
           tg_table_name || ' ' || lower(tg_op),
           coalesce((select v.number from visit v where v.id = (whole ->> 'visit_id')::bigint),
                    whole ->> 'username', tg_table_name || '#' || coalesce(whole ->> 'id', '')),
           coalesce((select jsonb_object_agg(k, v) from jsonb_each(was) as e(k, v) where is_now -> k is distinct from v), '{}')::text,
           coalesce((select jsonb_object_agg(k, v) from jsonb_each(is_now) as e(k, v) where was -> k is distinct from v), '{}')::text,
           coalesce(whole ->> 'reason', whole ->> 'words', whole ->> 'note', '');
    return null;
end $$;
