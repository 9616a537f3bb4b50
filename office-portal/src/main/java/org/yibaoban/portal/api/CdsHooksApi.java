package org.yibaoban.portal.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The CDS Hooks door. */
@ApplicationPath("/cds-services")
public class CdsHooksApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(CdsHooksResource.class, RefusalMapper.class, FailureMapper.class);
    }
}
