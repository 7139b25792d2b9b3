// Made by .ci/fingerprints.mjs.
import type { Fingerprints } from '../scanner/literal.ts';

export const FINGERPRINTS: Fingerprints = [
  [["gldt-", 0], ["glcbt-", 0], [".com/services/T", 8], ["/api/webhooks/", 1], ["lin_api_", 4], ["dapi", 1], ["figd_", 0], ["glc_", 0]],
  [["ya29.", 1], ["_authtoken", 3], ["github_pat_", 4], ["rubygems_", 1], ["shppa_", 0], ["shpca_", 0], ["shpat_", 0], ["shpss_", 0], ["gsk_", 1], ["r8_", 0], ["vck_", 1], ["cfk_", 1], ["sbp_", 0]],
  [["AKIA", 1], ["AGPA", 1], ["AIDA", 1], ["AROA", 1], ["AIPA", 1], ["ANPA", 1], ["AIza", 1], ["GOCSPX-", 4]],
  [["npm_", 1], ["pypi-AgE", 2], ["xapp-", 2], ["pplx-", 2], ["ops_ey", 1], ["vcp_", 1], ["vci_", 1], ["vca_", 1], ["vcr_", 1], ["glsa_", 2]],
  [["ANVA", 0], ["accountkey", 6], ["sharedaccesskey", 11], ["sk-ant-", 0], ["sk-or-v1-", 0], ["ntn_", 1], ["tskey-", 1], ["sntrys_", 0], ["sntryu_", 0], ["NRAK-", 2]],
  [["PRIVATE KEY", 0], ["ASIA", 1], ["SG.", 0], ["k_test_", 0], ["T3BlbkFJ", 5], ["cfut_", 1]],
  [["A3T", 0], ["ghu_", 1], ["ghs_", 1], ["ghr_", 1], ["glpat-", 3], ["glsoat-", 4], ["glft-", 2], ["dckr_pat_", 6], ["k_live_", 4], ["hf_", 0], ["xai-", 1], ["hvs.", 1], ["hvb.", 1], ["hvr.", 1], ["cfat_", 2], ["dop_v1_", 4], ["doo_v1_", 4], ["dor_v1_", 4], ["ATATT3", 2]],
  [["secretaccess", 1], ["secret_access", 1], ["ghp_", 0], ["gho_", 1], ["glptt-", 0], ["glrt-", 0], ["xox", 0], ["whsec_", 3]],
];
