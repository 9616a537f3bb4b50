package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yibaoban.portal.wiring.Configuration;

/** Whether this is the demonstration; every page says so then. */
@Named
@ApplicationScoped
public class Demo {

    @Inject
    private Configuration configuration;

    private boolean on;

    @PostConstruct
    void look() {
        on = configuration.hasDemoUsers();
    }

    public boolean isOn() {
        return on;
    }
}
