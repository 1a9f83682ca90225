package dev.loopscope.scaffold.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fixtures of pytest, pytest-asyncio, anyio and other known plugins, by name. */
final class ProvidedFixtures {
  private static final String PYTEST_FUNCTION =
      "request cache capfd capfdbinary caplog capsys capsysbinary capteesys monkeypatch pytester"
          + " testdir recwarn record_property record_xml_attribute subtests tmp_path tmpdir";
  private static final String PYTEST_SESSION =
      "pytestconfig doctest_namespace record_testsuite_property tmp_path_factory tmpdir_factory";

  /**
   * Of plugins without async fixtures: pytest-mock, pytest-httpserver, pytest-httpx, respx,
   * aioresponses, pytest-benchmark, requests-mock, syrupy, Faker, freezegun, time-machine,
   * pytest-datadir, pytest-subtests, pyfakefs, pytest-regressions, pytest-django, pytest-xdist,
   * pytest-socket, pytest-cov, pytest-postgresql, pytest-docker, inline-snapshot, vcrpy.
   */
  private static final String OTHER_FUNCTION =
      "mocker httpserver httpx_mock respx_mock benchmark benchmark_weave requests_mock snapshot faker"
          + " freezer time_machine datadir shared_datadir original_datadir lazy_datadir fs"
          + " data_regression file_regression dataframe_regression num_regression image_regression"
          + " django_assert_num_queries django_assert_max_num_queries"
          + " django_capture_on_commit_callbacks django_user_model django_username_field settings rf"
          + " mailoutbox socket_enabled socket_disabled cov no_cover vcr vcr_cassette"
          + " unused_tcp_port unused_udp_port free_tcp_port free_udp_port";

  private static final String OTHER_SESSION =
      "session_mocker httpserver_listen_address httpserver_ssl_context make_httpserver worker_id"
          + " testrun_uid docker_ip docker_services docker_compose_file docker_compose_project_name"
          + " docker_setup docker_cleanup docker_compose_command django_db_setup django_db_blocker"
          + " vcr_config free_tcp_port_factory free_udp_port_factory unused_tcp_port_factory"
          + " unused_udp_port_factory fs_session";

  private ProvidedFixtures() {}

  /**
   * The definitions in the order in which plugins register them.
   *
   * @param pytestAsyncio whether pytest-asyncio is loaded
   * @param eventLoop whether its version has the {@code event_loop} fixture (before 1.0)
   * @param anyio whether anyio's plugin is loaded
   */
  static List<Definition> of(boolean pytestAsyncio, boolean eventLoop, boolean anyio) {
    List<Definition> all = new ArrayList<>();
    add(all, Scope.FUNCTION, PYTEST_FUNCTION);
    add(all, Scope.SESSION, PYTEST_SESSION);
    add(all, Scope.FUNCTION, OTHER_FUNCTION);
    add(all, Scope.SESSION, OTHER_SESSION);
    all.add(Definition.provided("module_mocker", Scope.MODULE));
    all.add(Definition.provided("class_mocker", Scope.CLASS));
    all.add(Definition.provided("package_mocker", Scope.PACKAGE));
    if (pytestAsyncio) {
      all.add(Definition.provided("event_loop_policy", Scope.SESSION));
      if (eventLoop) {
        all.add(Definition.provided("event_loop", Scope.FUNCTION));
      }
    }
    if (anyio) {
      all.add(Definition.provided("anyio_backend", Scope.MODULE));
      all.add(Definition.provided("anyio_backend_name", Scope.FUNCTION, "anyio_backend"));
      all.add(Definition.provided("anyio_backend_options", Scope.FUNCTION, "anyio_backend"));
    }
    return List.copyOf(all);
  }

  private static void add(List<Definition> all, Scope scope, String names) {
    Arrays.stream(names.split(" ", -1)).forEach(name -> all.add(Definition.provided(name, scope)));
  }
}
