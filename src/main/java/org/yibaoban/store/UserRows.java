package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Those who may sign in. */
@ApplicationScoped
public class UserRows {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    public Optional<UserRow> find(String username) {
        return Optional.ofNullable(em.find(UserRow.class, username));
    }

    public void add(UserRow user) {
        em.persist(user);
    }
}
