-- Made from expression.py: `make docs`.
WITH "t5" AS (
  SELECT
    "t4"."day",
    HASH("t4"."reader") AS "reader",
    "t4"."request",
    "t4"."agent",
    HASH("t4"."request") AS "asked",
    HASH("t4"."agent") AS "named"
  FROM (
    SELECT
      COALESCE("t3"."day", '') AS "day",
      COALESCE("t3"."reader", '') AS "reader",
      CASE WHEN "t3"."agent" IS NULL THEN '' ELSE "t3"."request" END AS "request",
      CASE WHEN "t3"."agent" IS NULL THEN 'broken' ELSE "t3"."agent" END AS "agent"
    FROM (
      SELECT
        CASE
          WHEN STARTS_WITH(SPLIT_PART("t1"."line", '"ts":', 2), '"')
          THEN SUBSTRING(
            SPLIT_PART("t1"."line", '"ts":', 2),
            CASE
              WHEN (
                1 + 1
              ) >= 1
              THEN 1 + 1
              ELSE 1 + 1 + LENGTH(SPLIT_PART("t1"."line", '"ts":', 2))
            END,
            10
          )
          ELSE CAST(CAST(FLOOR(
            (
              TRY_CAST(SPLIT_PART(SPLIT_PART(SPLIT_PART("t1"."line", '"ts":', 2), ',', 1), '.', 1) AS BIGINT)
            ) / (
              86400
            )
          ) AS BIGINT) AS TEXT)
        END AS "day",
        SPLIT_PART(SPLIT_PART("t1"."line", '"remote_ip":"', 2), '"', 1) AS "reader",
        SPLIT_PART(SPLIT_PART("t1"."line", '"method":"', 2), '"', 1) || ' ' || REPLACE(SPLIT_PART(SPLIT_PART("t1"."line", '"uri":"', 2), '"', 1), '\u0026', '&') || ' ' AS "request",
        SUBSTRING(
          SPLIT_PART("t1"."line", '"status":', 2),
          CASE
            WHEN (
              0 + 1
            ) >= 1
            THEN 0 + 1
            ELSE 0 + 1 + LENGTH(SPLIT_PART("t1"."line", '"status":', 2))
          END,
          3
        ) AS "status",
        SPLIT_PART(SPLIT_PART("t1"."line", '"Referer":["', 2), '"', 1) AS "referrer",
        CASE
          WHEN CONTAINS("t1"."line", '"status":')
          THEN SPLIT_PART(SPLIT_PART("t1"."line", '"User-Agent":["', 2), '"', 1)
          ELSE CAST(NULL AS TEXT)
        END AS "agent"
      FROM "lines" AS "t1"
    ) AS "t3"
    WHERE
      (
        "t3"."agent" IS NULL
      )
      OR (
        STARTS_WITH("t3"."request", 'GET /')
        AND "t3"."status" IN ('200', '301', '302', '304')
        AND (
          CONTAINS("t3"."request", 'utm_')
          OR NOT (
            STARTS_WITH("t3"."referrer", $https) OR STARTS_WITH("t3"."referrer", $http)
          )
        )
      )
  ) AS "t4"
), "t17" AS (
  SELECT
    "t16"."asked",
    CONCAT_WS(
      '
',
      COALESCE("t16"."article", ''),
      CASE WHEN "t16"."article" IS NOT NULL THEN '' ELSE "t16"."at" END,
      CASE
        WHEN COALESCE("t16"."source", '') <> ''
        THEN "t16"."source"
        ELSE CASE
          WHEN CONTAINS("t16"."query", 'utm_source=')
          THEN SPLIT_PART(SPLIT_PART("t16"."query", 'utm_source=', 2), '&', 1)
          ELSE ''
        END
      END,
      CASE
        WHEN COALESCE("t16"."content", '') <> ''
        THEN "t16"."content"
        ELSE CASE
          WHEN CONTAINS("t16"."query", 'utm_content=')
          THEN SPLIT_PART(SPLIT_PART("t16"."query", 'utm_content=', 2), '&', 1)
          ELSE ''
        END
      END,
      CASE
        WHEN CONTAINS("t16"."query", 'utm_id=')
        THEN SPLIT_PART(SPLIT_PART("t16"."query", 'utm_id=', 2), '&', 1)
        ELSE ''
      END,
      CASE
        WHEN "t16"."article" IS NOT NULL
        THEN ''
        ELSE CASE
          WHEN CONTAINS("t16"."query", 'utm_campaign=')
          THEN SPLIT_PART(SPLIT_PART("t16"."query", 'utm_campaign=', 2), '&', 1)
          ELSE ''
        END
      END
    ) AS "link"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t12"."asked",
        "t12"."at",
        "t12"."query",
        "t2"."path",
        "t2"."article",
        "t2"."source",
        "t2"."content"
      FROM (
        SELECT
          "t10"."asked",
          SPLIT_PART(SPLIT_PART("t10"."request", ' ', 2), '?', 1) AS "at",
          CASE
            WHEN CONTAINS("t10"."request", 'utm_')
            THEN SUBSTRING(
              SPLIT_PART("t10"."request", ' ', 2),
              STRPOS(SPLIT_PART("t10"."request", ' ', 2), 'utm_'),
              65536
            )
            ELSE ''
          END AS "query"
        FROM (
          SELECT
            "t6"."asked",
            ANY_VALUE("t6"."request") AS "request"
          FROM "t5" AS "t6"
          GROUP BY
            1
        ) AS "t10"
      ) AS "t12"
      LEFT OUTER JOIN "landings" AS "t2"
        ON "t12"."at" = "t2"."path"
    ) AS "t15"
    WHERE
      (
        "t15"."article" IS NOT NULL
      )
      OR (
        "t15"."query" <> ''
      )
      OR (
        "t15"."at" = ''
      )
  ) AS "t16"
)
SELECT
  "t28"."day",
  COALESCE("t21"."link", '') AS "link",
  "t28"."machine",
  "t28"."visits",
  "t28"."lines"
FROM (
  SELECT
    "t26"."day",
    "t26"."first",
    "t26"."machine",
    COUNT(*) AS "visits",
    SUM("t26"."lines") AS "lines"
  FROM (
    SELECT
      "t25"."day",
      CASE
        WHEN NOT (
          "t25"."machine" IN ('bot', 'broken')
        )
        THEN "t25"."first"
        ELSE NULL
      END AS "first",
      "t25"."machine",
      "t25"."named",
      "t25"."reader",
      "t25"."lines"
    FROM (
      SELECT
        "t24"."day",
        "t24"."first",
        "t24"."machine",
        "t24"."named",
        "t24"."reader",
        SUM("t24"."lines") AS "lines"
      FROM (
        SELECT
          "t8"."day",
          "t8"."asked",
          "t8"."named",
          "t8"."reader",
          "t8"."lines",
          "t23"."first",
          "t14"."machine"
        FROM (
          SELECT
            "t6"."day",
            "t6"."asked",
            "t6"."named",
            "t6"."reader",
            COUNT(*) AS "lines"
          FROM "t5" AS "t6"
          GROUP BY
            1,
            2,
            3,
            4
        ) AS "t8"
        INNER JOIN (
          SELECT
            "t19"."asked",
            "t21"."first"
          FROM "t17" AS "t19"
          INNER JOIN (
            SELECT
              "t18"."link",
              MIN("t18"."asked") AS "first"
            FROM "t17" AS "t18"
            GROUP BY
              1
          ) AS "t21"
            ON "t19"."link" = "t21"."link"
        ) AS "t23"
          ON "t8"."asked" = "t23"."asked"
        INNER JOIN (
          SELECT
            "t9"."named",
            CASE
              WHEN "t9"."agent" = 'broken'
              THEN 'broken'
              WHEN CONTAINS("t9"."agent", 'LinkedInBot')
              THEN 'linkedin'
              WHEN CONTAINS("t9"."agent", 'facebookexternalhit')
              THEN 'facebook'
              WHEN CONTAINS("t9"."agent", 'Twitterbot')
              THEN 'x'
              WHEN CONTAINS("t9"."agent", 'Bluesky Cardyb')
              THEN 'bluesky'
              WHEN CONTAINS("t9"."agent", 'Mastodon/')
              THEN 'mastodon'
              WHEN CONTAINS("t9"."agent", 'WhatsApp/')
              THEN 'whatsapp'
              WHEN CONTAINS("t9"."agent", 'Slackbot-LinkExpanding')
              THEN 'slack'
              WHEN CONTAINS("t9"."agent", 'SkypeUriPreview')
              THEN 'teams'
              WHEN CONTAINS("t9"."agent", 'MicrosoftPreview')
              THEN 'teams'
              WHEN (
                "t9"."agent" = ''
              )
              OR (
                "t9"."agent" = '-'
              )
              OR REGEXP_MATCHES("t9"."agent", $machines_0)
              OR REGEXP_MATCHES("t9"."agent", $machines_1)
              OR REGEXP_MATCHES("t9"."agent", $machines_2)
              OR REGEXP_MATCHES("t9"."agent", $machines_3)
              THEN 'bot'
              ELSE ''
            END AS "machine"
          FROM (
            SELECT
              "t6"."named",
              ANY_VALUE("t6"."agent") AS "agent"
            FROM "t5" AS "t6"
            GROUP BY
              1
          ) AS "t9"
        ) AS "t14"
          ON "t8"."named" = "t14"."named"
      ) AS "t24"
      GROUP BY
        1,
        2,
        3,
        4,
        5
    ) AS "t25"
  ) AS "t26"
  GROUP BY
    1,
    2,
    3
) AS "t28"
LEFT OUTER JOIN (
  SELECT
    "t18"."link",
    MIN("t18"."asked") AS "first"
  FROM "t17" AS "t18"
  GROUP BY
    1
) AS "t21"
  ON "t28"."first" = "t21"."first"
