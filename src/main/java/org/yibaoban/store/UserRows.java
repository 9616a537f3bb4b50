package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Those who may sign in. */
@ApplicationScoped
public class UserRows {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    public Optional<UserRow> find(String username) {
        // no account's name holds U+0000, and PostgreSQL refuses to look for it
        return username.indexOf('\0') >= 0 ? Optional.empty() : Optional.ofNullable(em.find(UserRow.class, username));
    }

    /** The row, kept from others until the transaction ends. */
    public Optional<UserRow> lock(String username) {
        return Optional.ofNullable(em.find(UserRow.class, username, LockModeType.PESSIMISTIC_WRITE));
    }

    /** All, by name of the account; they are as many as the office has people. */
    public List<UserRow> all() {
        return em.createQuery("select u from UserRow u order by u.username", UserRow.class)
                .getResultList();
    }

    public void add(UserRow user) {
        em.persist(user);
        em.flush();
    }
}
