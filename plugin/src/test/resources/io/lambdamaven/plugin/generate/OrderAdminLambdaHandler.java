package com.example.orders;

import com.example.orders.admin.Admin;
import io.lambdamaven.runtime.RoutedHandler;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.Types;
import io.lambdamaven.runtime.route.RouteTable;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Takes each event to the method it is for.
 */
@Generated("io.lambdamaven")
public final class OrderAdminLambdaHandler extends RoutedHandler {
    private Admin admin;

    public OrderAdminLambdaHandler() {
        super(routes());
    }

    private static RouteTable routes() {
        return RouteTable.builder()
                .schedule(0, "7f3c666a", "", "Admin.nightly")
                .schedule(1, "40468857", "", "Admin.nightly")
                .command(2, "reindex", "Admin.reindex")
                .build();
    }

    @Override
    protected Object call(int route, Arguments in) throws Exception {
        switch (route) {
            case 0:
                return adminNightly(in);
            case 1:
                return adminNightly(in);
            case 2:
                return adminReindex(in);
            default:
                throw unknownRoute(route);
        }
    }

    @Override
    protected void prime() throws Exception {
        admin();
        warm(Types.of(List.class, String.class));
    }

    /**
     * Schedule rate(1 day)
     * <br>Schedule cron(*&#47;5 8-17 ? * MON-FRI *)
     */
    private Object adminNightly(Arguments in) throws Exception {
        admin().nightly();
        return null;
    }

    /**
     * Command reindex
     */
    private Object adminReindex(Arguments in) throws Exception {
        List<String> ids = in.at("ids").payload(Types.of(List.class, String.class));
        return admin().reindex(ids);
    }

    private synchronized Admin admin() throws Exception {
        if (admin == null) {
            admin = new Admin();
        }
        return admin;
    }
}
